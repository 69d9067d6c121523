package io.guidepost.release.plan;

/**
 * A planned release has been scheduled.
 *
 * @param plan the plan
 * @param scheduled for when, and by whom
 */
public record PlanScheduled(PlannedRelease plan, PlanState.Scheduled scheduled) {}
