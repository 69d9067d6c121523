package io.guidepost.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.editorial.DocumentId;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/documents/{id}/live")
@Tag(name = "References")
class LiveDocumentController {

    private final LiveSites sites;

    LiveDocumentController(LiveSites sites) {
        this.sites = sites;
    }

    /**
     * A document on the live site.
     *
     * @param release the newest release
     * @param live whether the document is live in it
     * @param publication what is live of it, {@code document@version}
     * @param references the live documents that it cannot do without
     * @param referrers the live documents that cannot do without it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LiveView(int release, boolean live, @Nullable String publication, @Nullable Instant publishedAt,
            @Nullable Instant firstPublishedAt, List<Named> references, List<Named> referrers) {}

    /** A live document by name. */
    record Named(String document, String type, String slug, String title) {

        static Named of(LiveDocument document) {
            return new Named(document.id(), document.type(), document.slug(), document.title());
        }
    }

    @GetMapping
    @Operation(summary = "What of a document is live, and what it refers to and what refers to it on the live site")
    LiveView live(Actor actor, @PathVariable DocumentId id) {
        actor.require(Permission.READ);
        LiveSite site = sites.latest();
        Optional<LiveDocument> found = site.byId(id.value());
        if (found.isEmpty()) {
            return new LiveView(site.release(), false, null, null, null, List.of(), List.of());
        }
        LiveDocument document = found.get();
        List<Named> references = document.references().stream()
                .flatMap(
                        target -> (target.bySlug() ? site.bySlug(target.type(), target.key()) : site.byId(target.key()))
                                .stream())
                .distinct().map(Named::of).toList();
        List<Named> referrers = site.referrers(document).stream().flatMap(other -> site.byId(other).stream())
                .map(Named::of).toList();
        return new LiveView(site.release(), true, document.publication(), document.publishedAt(),
                document.firstPublishedAt(), references, referrers);
    }
}
