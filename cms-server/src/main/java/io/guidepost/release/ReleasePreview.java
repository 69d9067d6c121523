package io.guidepost.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A release as it would be, were it made now.
 *
 * @param before the site as it is
 * @param site the site as it would be, also where a problem keeps it from becoming so
 * @param release the release, with the number that it would get
 * @param takenAlong which of its entries are withdrawn only because they refer to something that is
 * @param contents the content that would go live for the first time, by the id of its publication; that of every other publication
 *            of the site is among the {@link Publications}
 * @param problems what keeps the release from being made; empty: nothing
 * @param warnings what the publish checks find besides, in the documents of the release and of dead links in others
 */
public record ReleasePreview(LiveSite before, LiveSite site, Release release, List<Entry> takenAlong,
        Map<String, ObjectNode> contents, List<ReleaseProblem> problems, List<ReleaseProblem> warnings) {

    ReleasePreview with(List<ReleaseProblem> moreWarnings) {
        List<ReleaseProblem> all = new ArrayList<>(warnings);
        all.addAll(moreWarnings);
        return new ReleasePreview(before, site, release, takenAlong, contents, problems, all);
    }
}
