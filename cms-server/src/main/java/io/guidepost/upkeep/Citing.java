package io.guidepost.upkeep;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Referrer;
import io.guidepost.editorial.WorkingReferences;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds what rests on a source. */
@Component
class Citing {

    private final WorkingReferences references;
    private final LiveSites sites;

    Citing(WorkingReferences references, LiveSites sites) {
        this.references = references;
        this.sites = sites;
    }

    /** The documents that cite a source or refer to it, in their working copies or in what is live of them. */
    Set<DocumentId> of(Document source) {
        Set<String> ids = new TreeSet<>();
        references.to(source).stream().map(Referrer::document).forEach(ids::add);
        LiveSite site = sites.latest();
        site.byId(source.id().value()).map(site::referrers).ifPresent(ids::addAll);
        return ids.stream().map(DocumentId::new).collect(Collectors.toSet());
    }
}
