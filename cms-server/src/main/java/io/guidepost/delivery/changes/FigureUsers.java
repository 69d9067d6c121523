package io.guidepost.delivery.changes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.Publications;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which documents show the statistics of which roles. That is in their content, which never changes once it is published: each is read
 * once, in batches, when somebody first asks on a site, and what it says of roles kept in memory within a bound.
 */
@Component
class FigureUsers {

    private static final int BATCH = 500;
    private static final int SITES = 4;
    /** In publications. */
    private static final int MOST = 500_000;

    private final Publications publications;
    private final FigureRoles roles;
    private final Cache<String, Set<String>> ofPublications = Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<LiveSite, Map<String, List<LiveDocument>>> ofSites = Caffeine.newBuilder().weakKeys()
            .maximumSize(SITES).build();

    FigureUsers(Publications publications, FigureRoles roles) {
        this.publications = publications;
        this.roles = roles;
    }

    /** The live documents that show statistics of a role. */
    Collection<LiveDocument> of(String role, LiveSite site) {
        return ofSites.get(site, this::byRole).getOrDefault(role, List.of());
    }

    private Map<String, List<LiveDocument>> byRole(LiveSite site) {
        Map<String, List<LiveDocument>> users = new HashMap<>();
        List<LiveDocument> unknown = new ArrayList<>();
        for (LiveDocument document : site.documents()) {
            Set<String> known = ofPublications.getIfPresent(document.publication());
            if (known == null) {
                unknown.add(document);
            } else {
                add(document, known, users);
            }
        }
        for (int from = 0; from < unknown.size(); from += BATCH) {
            read(unknown.subList(from, Math.min(unknown.size(), from + BATCH)), users);
        }
        return users;
    }

    private void read(List<LiveDocument> documents, Map<String, List<LiveDocument>> users) {
        Map<String, ObjectNode> contents = publications.load(documents.stream().map(LiveDocument::publication)
                .toList());
        for (LiveDocument document : documents) {
            Set<String> found = roles.of(document.type(),
                    Objects.requireNonNull(contents.get(document.publication())));
            ofPublications.put(document.publication(), found);
            add(document, found, users);
        }
    }

    private static void add(LiveDocument document, Set<String> roles, Map<String, List<LiveDocument>> users) {
        roles.forEach(role -> users.computeIfAbsent(role, key -> new ArrayList<>()).add(document));
    }
}
