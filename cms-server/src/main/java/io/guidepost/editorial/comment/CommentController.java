package io.guidepost.editorial.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.comparison.Anchor;
import io.guidepost.comparison.TextRange;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.comment.CommentReading.CommentQuery;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.guidepost.web.MalformedQueryException;
import io.guidepost.web.PageLimit;
import io.guidepost.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/documents/{id}/comments")
@Tag(name = "Comments", description = "What people remark on working copies, at the places that it is about")
class CommentController {

    private final Commenting commenting;
    private final CommentReading reading;

    CommentController(Commenting commenting, CommentReading reading) {
        this.commenting = commenting;
        this.reading = reading;
    }

    /** A page; {@code next} is the {@code after} of the next one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ThreadView> items, @Nullable String next) {}

    /** A part of a text, in UTF-16 units, the end not included; the quote is what the text says there. */
    record NewRange(int start, int end, @NotNull @Size(max = 5_000) String quote) {}

    /** A comment; on the working copy where no version is named, and on the whole document where no pointer is. */
    record NewComment(@NotNull String text, @Nullable Integer version, @Nullable @Size(max = 500) String pointer,
            @Nullable @Valid NewRange range) {

        Anchor anchor() {
            try {
                return new Anchor(pointer == null ? "" : pointer,
                        range == null ? null : new TextRange(range.start(), range.end(), range.quote()));
            } catch (IllegalArgumentException malformed) {
                throw new UnknownPlaceException(String.valueOf(malformed.getMessage()));
            }
        }
    }

    /** What there is to say. */
    record Text(@NotNull String text) {}

    @GetMapping
    @Operation(summary = "The comments on a document with their replies, the oldest first, in pages", description = "`state` is `open`, `resolved` "
            + "or `all`; `pointer` finds those at a place of the working copy and within it.")
    Page list(Actor actor, @PathVariable DocumentId id, @RequestParam(defaultValue = "all") String state,
            @RequestParam(required = false) @Nullable Boolean outdated,
            @RequestParam(required = false) @Nullable String pointer,
            @RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        PageLimit.require(limit);
        List<Seen> found = reading.list(id, new CommentQuery(resolved(state), outdated, pointer), after, limit + 1);
        List<Seen> items = found.subList(0, Math.min(limit, found.size()));
        return new Page(items.stream().map(ThreadView::of).toList(),
                found.size() > limit ? items.getLast().thread().id().toString() : null);
    }

    @GetMapping("/{comment}")
    @Operation(summary = "A comment with its replies")
    ResponseEntity<ThreadView> get(Actor actor, @PathVariable DocumentId id, @PathVariable UUID comment) {
        actor.require(Permission.READ);
        return shown(ResponseEntity.ok(), id, comment);
    }

    @Command("comments.create")
    @PostMapping
    @Operation(summary = "Comment on a document, or on a place in it")
    @ApiResponse(responseCode = "201")
    ResponseEntity<ThreadView> create(Actor actor, @PathVariable DocumentId id, @Valid @RequestBody NewComment body) {
        CommentThread thread = commenting.add(actor, id, body.version(), body.anchor(), body.text());
        return shown(ResponseEntity.created(
                URI.create("/api/documents/" + id.value() + "/comments/" + thread.id())), id, thread.id());
    }

    @Command("comments.reply")
    @PostMapping("/{comment}/replies")
    @Operation(summary = "Reply to a comment")
    @ApiResponse(responseCode = "201")
    ResponseEntity<ThreadView> reply(Actor actor, @PathVariable DocumentId id, @PathVariable UUID comment,
            @Valid @RequestBody Text body) {
        CommentThread thread = commenting.reply(actor, id, comment, body.text());
        return shown(ResponseEntity.status(HttpStatus.CREATED), id, thread.id());
    }

    @Command("comments.edit")
    @PatchMapping("/{comment}")
    @Operation(summary = "Change the text of one's own comment")
    ResponseEntity<ThreadView> edit(Actor actor, @PathVariable DocumentId id, @PathVariable UUID comment,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody Text body) {
        return editReply(actor, id, comment, comment, version, body);
    }

    @Command("comments.edit-reply")
    @PatchMapping("/{comment}/replies/{reply}")
    @Operation(summary = "Change the text of one's own reply")
    ResponseEntity<ThreadView> editReply(Actor actor, @PathVariable DocumentId id, @PathVariable UUID comment,
            @PathVariable UUID reply,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody Text body) {
        CommentThread thread = commenting.edit(actor, id, comment, reply, version(version), body.text());
        return shown(ResponseEntity.ok(), id, thread.id());
    }

    @Command("comments.delete")
    @DeleteMapping("/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete one's own comment, while nobody has replied")
    void delete(Actor actor, @PathVariable DocumentId id, @PathVariable UUID comment,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        commenting.delete(actor, id, comment, comment, version(version));
    }

    @Command("comments.delete-reply")
    @DeleteMapping("/{comment}/replies/{reply}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete one's own reply, while it is the last")
    void deleteReply(Actor actor, @PathVariable DocumentId id, @PathVariable UUID comment, @PathVariable UUID reply,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        commenting.delete(actor, id, comment, reply, version(version));
    }

    @Command("comments.resolve")
    @PostMapping("/{comment}/resolve")
    @Operation(summary = "Note that a comment is done with")
    ResponseEntity<ThreadView> resolve(Actor actor, @PathVariable DocumentId id, @PathVariable UUID comment,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        CommentThread thread = commenting.resolve(actor, id, comment, version(version));
        return shown(ResponseEntity.ok(), id, thread.id());
    }

    @Command("comments.reopen")
    @PostMapping("/{comment}/reopen")
    @Operation(summary = "Note that a resolved comment is not done with")
    ResponseEntity<ThreadView> reopen(Actor actor, @PathVariable DocumentId id, @PathVariable UUID comment,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        CommentThread thread = commenting.reopen(actor, id, comment, version(version));
        return shown(ResponseEntity.ok(), id, thread.id());
    }

    private ResponseEntity<ThreadView> shown(ResponseEntity.BodyBuilder answer, DocumentId id, UUID thread) {
        Seen seen = reading.find(id, thread);
        return answer.eTag(Versions.tag(seen.thread().version())).body(ThreadView.of(seen));
    }

    private static @Nullable Integer version(@Nullable String header) {
        return header == null ? null : Versions.ifMatch(header);
    }

    private static @Nullable Boolean resolved(String state) {
        return switch (state) {
            case "open" -> Boolean.FALSE;
            case "resolved" -> Boolean.TRUE;
            case "all" -> null;
            default -> throw new MalformedQueryException("“state” must be one of open, resolved and all.");
        };
    }
}
