package io.guidepost.release.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.release.Entry;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.ReleasePreview;
import io.guidepost.release.ReleaseProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The site as a planned release would make it.
 *
 * @param release the number that the release would get
 * @param releasable whether it can be released
 * @param problems what stands in the way
 * @param added what would be live that is not
 * @param updated what would be live in another version
 * @param withdrawn what would be live no more
 * @param remaining how many documents would be live as they are, by type
 */
record PreviewView(int release, boolean releasable, List<ReleaseProblem> problems, List<DocumentView> added,
        List<DocumentView> updated, List<DocumentView> withdrawn, Map<String, Long> remaining) {

    /**
     * A document that is changed.
     *
     * @param version which version would be live
     * @param liveVersion which version is live
     * @param takenAlong whether it is withdrawn only because it refers to something that is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DocumentView(String document, String type, String slug, String title, @Nullable Integer version,
            @Nullable Integer liveVersion, @Nullable Boolean takenAlong) {}

    static PreviewView of(ReleasePreview preview) {
        List<DocumentView> added = new ArrayList<>();
        List<DocumentView> updated = new ArrayList<>();
        List<DocumentView> withdrawn = new ArrayList<>();
        LiveSite before = preview.before();
        for (Entry entry : preview.release().entries()) {
            Integer live = before.byId(entry.document()).map(Entry::publish).map(Entry::version).orElse(null);
            switch (entry.action()) {
                case PUBLISH -> (live == null ? added : updated).add(view(entry, live, null));
                case WITHDRAW -> withdrawn.add(view(entry, live, preview.takenAlong().contains(entry)));
            }
        }
        Map<String, Long> remaining = preview.site().documents().stream().filter(document -> before
                .byId(document.id()).map(LiveDocument::publication).equals(Optional.of(document.publication())))
                .collect(Collectors.groupingBy(LiveDocument::type, TreeMap::new, Collectors.counting()));
        return new PreviewView(preview.release().number(), preview.problems().isEmpty(), preview.problems(), added,
                updated, withdrawn, remaining);
    }

    private static DocumentView view(Entry entry, @Nullable Integer live, @Nullable Boolean takenAlong) {
        return new DocumentView(entry.document(), entry.type(), entry.slug(), entry.title(), entry.version(), live,
                takenAlong);
    }
}
