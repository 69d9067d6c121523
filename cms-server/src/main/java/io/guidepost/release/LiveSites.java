package io.guidepost.release;

/** The site, now and as it was after every earlier release. */
public interface LiveSites {

    /** The site as this node knows it: never older than a release that this node has made. */
    LiveSite latest();

    /**
     * The site as it was after a release.
     *
     * @param release a release's number; 0: before the first
     * @throws UnknownReleaseException if no such release has been made
     */
    LiveSite at(int release);
}
