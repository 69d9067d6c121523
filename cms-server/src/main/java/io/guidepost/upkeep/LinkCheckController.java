package io.guidepost.upkeep;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.content.Reference;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.DocumentNotFoundException;
import io.guidepost.editorial.Documents;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.guidepost.web.MalformedQueryException;
import io.guidepost.web.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Link checks", description = "Whether the links of sources still lead somewhere")
class LinkCheckController {

    private final LinkChecks links;
    private final Sources sources;
    private final Documents documents;
    private final LinkProperties properties;
    private final Clock clock;

    LinkCheckController(LinkChecks links, Sources sources, Documents documents, LinkProperties properties,
            Clock clock) {
        this.links = links;
        this.sources = sources;
        this.documents = documents;
        this.properties = properties;
        this.clock = clock;
    }

    /** A page; {@code next} is the {@code after} of the next one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(boolean enabled, List<LinkCheckView> items, @Nullable String next) {}

    @GetMapping("/api/link-checks")
    @Operation(summary = "The links of sources and what checks have found, in pages by the ids of the sources", description = "`result` is "
            + "`works`, `moved`, `broken`, `failing`, `unclear`, `disallowed` or `refused`.")
    Page list(Actor actor, @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable DocumentId after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        PageLimit.require(limit);
        List<CheckedLink> found = links.list(result == null ? null : result(result), after,
                limit + 1);
        List<CheckedLink> items = found.subList(0, Math.min(limit, found.size()));
        return new Page(properties.enabled(), items.stream().map(LinkCheckView::of).toList(),
                found.size() > limit ? items.getLast().source().value() : null);
    }

    @GetMapping("/api/documents/{id}/link-check")
    @Operation(summary = "The link of a source and what the last check has found")
    LinkCheckView get(Actor actor, @PathVariable DocumentId id) {
        actor.require(Permission.READ);
        String _ = link(id);
        return view(id);
    }

    @Command("link-checks.request")
    @PostMapping("/api/documents/{id}/link-check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Have the link of a source checked next", description = "It is checked as soon as the host may be asked, "
            + "whose pauses and wishes hold as ever.")
    LinkCheckView check(Actor actor, @PathVariable DocumentId id) {
        actor.require(Permission.WRITE);
        String link = link(id);
        if (!properties.enabled()) {
            throw new LinkChecksOffException();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        links.track(id, link, now);
        links.ask(id, now);
        return view(id);
    }

    private LinkCheckView view(DocumentId id) {
        return links.find(id).map(LinkCheckView::of).orElseThrow(UncheckedLinkException::new);
    }

    private String link(DocumentId id) {
        Document document = documents.find(id).orElseThrow(() -> new DocumentNotFoundException(id));
        return sources.link(document).orElseThrow(() -> new NoLinkException("“" + document.title() + "” "
                + (document.type().equals(Reference.CITED)
                        ? "has no link, or is in the trash."
                        : "is a " + document.type() + "; only the links of sources are checked.")));
    }

    private static LinkResult result(String word) {
        return LinkResult.ofWord(word).orElseThrow(() -> new MalformedQueryException(
                "“result” must be one of " + String.join(", ", LinkResult.words()) + "."));
    }
}
