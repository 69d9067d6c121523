package io.guidepost.search;

import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSites;
import io.guidepost.release.Publications;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The synonyms of the newest live site, read once from each publication of the document that holds them:
 *
 * <pre>{"groups": [{"words": ["resume", "CV", "curriculum vitae"]}]}</pre>
 */
@Component
class LiveSynonyms implements Synonyms {

    private static final String TYPE = "SearchSynonyms";

    private final LiveSites sites;
    private final Publications publications;
    private volatile Groups newest = new Groups(null, List.of());

    LiveSynonyms(LiveSites sites, Publications publications) {
        this.sites = sites;
        this.publications = publications;
    }

    /**
     * What was read.
     *
     * @param publication from where; null: from nowhere, no synonyms being live
     */
    private record Groups(@Nullable String publication, List<List<String>> groups) {}

    @Override
    public List<List<String>> groups() {
        return now().groups();
    }

    private Groups now() {
        String live = live();
        Groups known = newest;
        return Objects.equals(known.publication(), live) ? known : read();
    }

    private synchronized Groups read() {
        String live = live();
        Groups known = newest;
        if (!Objects.equals(known.publication(), live)) {
            known = new Groups(live, live == null ? List.of() : groups(live));
            newest = known;
        }
        return known;
    }

    private @Nullable String live() {
        return sites.latest().ofType(TYPE).values().stream().findFirst().map(LiveDocument::publication).orElse(null);
    }

    private List<List<String>> groups(String publication) {
        ObjectNode content = Objects.requireNonNull(publications.load(List.of(publication)).get(publication),
                publication);
        return content.path("groups").valueStream().map(group -> group.path("words").valueStream()
                .map(JsonNode::asString).map(String::strip).toList()).toList();
    }
}
