package io.guidepost.release.plan;

import io.guidepost.release.Release;

/**
 * A planned release has been released; told on the node that has noted so, in the thread that did.
 *
 * @param plan the plan, released
 * @param release the release that was made of it
 * @param before where the plan stood before
 */
public record PlanReleased(PlannedRelease plan, Release release, PlanState before) {}
