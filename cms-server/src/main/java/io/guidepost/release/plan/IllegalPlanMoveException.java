package io.guidepost.release.plan;

/** A command that the state of a plan does not allow. */
public final class IllegalPlanMoveException extends RuntimeException {

    private static final long serialVersionUID = 1;

    IllegalPlanMoveException(String move, PlanState state) {
        super("The planned release cannot " + move + ": " + switch (state) {
            case PlanState.Open _ -> "it is open, and not scheduled.";
            case PlanState.Scheduled scheduled when scheduled.claim() != null -> "it is being released right now.";
            case PlanState.Scheduled _ -> "it is scheduled; unschedule it first.";
            case PlanState.Held _ -> "it is held, and not scheduled.";
            case PlanState.Released(int release, _) -> "it has been released, as release " + release + ".";
            case PlanState.Cancelled _ -> "it has been cancelled.";
        });
    }
}
