package io.guidepost.delivery.changes;

import io.guidepost.content.ContentModel;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells which pages show what changed. A page is that of a guide; it shows the guide and all that this cannot do without, however far
 * off. The only document of its type is shown by every page, unless no page shows its type, and so is what it cannot do without.
 */
@Component
public class Showing {

    /** The document type whose documents have pages. */
    private static final String PAGES = "RoleGuide";

    private final ContentModel model;
    private final FigureUsers figures;

    Showing(ContentModel model, FigureUsers figures) {
        this.model = model;
        this.figures = figures;
    }

    /** Where a change is shown on a site. */
    public Shown of(Change change, LiveSite site) {
        return switch (change) {
            case Change.OfSite ignored -> Shown.EVERYWHERE;
            case Change.OfRole(String role) -> among(figures.of(role, site), site);
            case Change.OfDocument(ChangeKind kind, LiveDocument document, _) when kind == ChangeKind.WITHDRAWN ->
                isOnEveryPage(document) ? Shown.EVERYWHERE : among(referrers(document, site), site);
            case Change.OfDocument(_, LiveDocument document, _) -> among(List.of(document), site);
        };
    }

    /** Where some documents are shown, by themselves and by what refers to them. */
    private Shown among(Collection<LiveDocument> documents, LiveSite site) {
        Set<LiveDocument> pages = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<LiveDocument> open = new ArrayDeque<>(documents);
        while (!open.isEmpty()) {
            LiveDocument document = open.pop();
            if (!seen.add(document.id())) {
                continue;
            }
            if (isOnEveryPage(document)) {
                return Shown.EVERYWHERE;
            }
            if (document.type().equals(PAGES)) {
                pages.add(document);
            }
            open.addAll(referrers(document, site));
        }
        return new Shown(false, pages.stream().sorted(Comparator.comparing(LiveDocument::slug)).toList());
    }

    private boolean isOnEveryPage(LiveDocument document) {
        return model.find(document.type()).filter(type -> type.slugField().isEmpty() && type.isShown()).isPresent();
    }

    private static List<LiveDocument> referrers(LiveDocument document, LiveSite site) {
        return site.referrers(document).stream().map(id -> site.byId(id).orElseThrow()).toList();
    }
}
