package io.guidepost.release.plan;

/**
 * A planned release was due and has not been released; told on the node that found so.
 *
 * @param plan the plan, whose state tells why
 * @param held that state
 */
public record PlanHeld(PlannedRelease plan, PlanState.Held held) {}
