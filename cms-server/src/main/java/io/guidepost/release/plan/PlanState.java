package io.guidepost.release.plan;

import io.guidepost.release.Change;
import io.guidepost.release.ReleaseProblem;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a planned release stands. A move is a method of the states that allow it. */
public sealed interface PlanState {

    /** Being prepared. */
    record Open() implements PlanState {

        Scheduled schedule(Due due, PersonId by, Instant at, @Nullable List<Change> pinned) {
            return new Scheduled(due, by, at, pinned, null);
        }

        Cancelled cancel(PersonId by, Instant at) {
            return new Cancelled(by, at);
        }
    }

    /**
     * Waiting for its time.
     *
     * @param due when that is
     * @param by who has scheduled it, in whose name it will be released
     * @param at when they did
     * @param pinned exactly what will be released; null: what the plan names, in whatever version is approved by then
     * @param claim who is releasing it right now; null: nobody
     */
    record Scheduled(Due due, PersonId by, Instant at, @Nullable List<Change> pinned, @Nullable Claim claim)
            implements
                PlanState {

        /** Copies the list. */
        public Scheduled {
            pinned = pinned == null ? null : List.copyOf(pinned);
        }

        /** Whether somebody had it released at once instead of giving it a time to wait for. */
        public boolean isByHand() {
            return !due.at().isAfter(at);
        }

        boolean isClaimed(Instant now) {
            return claim != null && claim.until().isAfter(now);
        }

        Scheduled claim(String node, Instant until) {
            return new Scheduled(due, by, at, pinned, new Claim(node, until));
        }

        Scheduled unclaimed() {
            return new Scheduled(due, by, at, pinned, null);
        }

        Open unschedule() {
            return new Open();
        }

        Held hold(List<ReleaseProblem> problems, Instant now) {
            return new Held(due, by, problems, now);
        }

        Cancelled cancel(PersonId who, Instant now) {
            return new Cancelled(who, now);
        }
    }

    /**
     * Not released at its time, since something stood in the way.
     *
     * @param due when it was due
     * @param by who had scheduled it
     * @param problems what stood in the way, all of it
     * @param at when that was found
     */
    record Held(Due due, PersonId by, List<ReleaseProblem> problems, Instant at) implements PlanState {

        /** Copies the list. */
        public Held {
            problems = List.copyOf(problems);
        }

        Scheduled schedule(Due next, PersonId who, Instant now, @Nullable List<Change> pinned) {
            return new Scheduled(next, who, now, pinned, null);
        }

        Cancelled cancel(PersonId who, Instant now) {
            return new Cancelled(who, now);
        }
    }

    /**
     * Done.
     *
     * @param release the release's number in the log
     * @param at when it was made
     */
    record Released(int release, Instant at) implements PlanState {}

    /** Given up. */
    record Cancelled(PersonId by, Instant at) implements PlanState {}

    /**
     * A node's right to release a plan, for a short while. It keeps nodes from doing the same work, and people from changing what is
     * under way; that a plan is released once is for the release log to see to.
     *
     * @param node which node
     * @param until when another may have it
     */
    record Claim(String node, Instant until) {}
}
