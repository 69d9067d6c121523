package io.guidepost.release;

import java.util.List;
import java.util.Optional;

/** The releases, numbered from 1 without gaps; what is in the log never changes. */
interface ReleaseLog {

    /**
     * Adds a release in one atomic step.
     *
     * @return false if the log already holds a release of that number or of the same plan, and then nothing has changed
     */
    boolean append(Release release);

    /** The releases after a number, the oldest first, at most as many as the limit. */
    List<Release> after(int number, int limit);

    /** The releases before a number, the newest first, at most as many as the limit, read without all that they did. */
    List<ReleaseSummary> before(int number, int limit);

    /** One release. */
    Optional<Release> find(int number);

    /** The release that was made from a plan. */
    Optional<Release> ofPlan(String plan);

    /** The number of the newest release; 0: there is none. */
    int latest();
}
