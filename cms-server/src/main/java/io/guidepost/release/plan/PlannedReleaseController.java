package io.guidepost.release.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.editorial.DocumentId;
import io.guidepost.release.Action;
import io.guidepost.release.Change;
import io.guidepost.release.MalformedReleaseException;
import io.guidepost.release.ReleaseCheck;
import io.guidepost.release.ReleaseProblem;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.security.Actor;
import io.guidepost.web.MalformedQueryException;
import io.guidepost.web.PageLimit;
import io.guidepost.web.Versions;
import io.guidepost.web.Command;
import io.guidepost.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/planned-releases")
@Tag(name = "Planned releases", description = "Changes that are prepared together and go live together, now or at a time")
class PlannedReleaseController {

    private static final Set<String> STATES = Set.of("Open", "Scheduled", "Held", "Released", "Cancelled");

    private final Planning planning;

    PlannedReleaseController(Planning planning) {
        this.planning = planning;
    }

    /** What is planned. */
    record PlanBody(@NotBlank String name, @Nullable String note, @Nullable Boolean withReferrers,
            @Nullable @Size(max = ReleaseRequest.MAX_CHANGES) List<@NotNull @Valid NamedChange> changes) {

        PlannedRelease.Content content() {
            return new PlannedRelease.Content(name, note == null ? "" : note, Boolean.TRUE.equals(withReferrers),
                    changes == null ? List.of() : changes.stream().map(NamedChange::change).toList());
        }
    }

    /** What is to happen to a document. */
    record NamedChange(@NotNull String document, @NotNull Action action, @Nullable Integer version) {

        Change change() {
            return new Change(new DocumentId(document), action, version);
        }
    }

    /** What is to happen to the document that the address names. */
    record ChangeBody(@NotNull Action action, @Nullable Integer version) {}

    /** When a plan is due; {@code pinned} unless told otherwise. */
    record Schedule(@NotBlank String at, @Nullable String zone, @Nullable Boolean pinned) {}

    /** A page; {@code next} is the {@code after} of the next one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<PlanView> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "The planned releases, the newest first, in pages")
    Page list(Actor actor, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "25") int limit) {
        PageLimit.require(limit);
        if (state != null && !STATES.contains(state)) {
            throw new MalformedQueryException("“state” must be one of Open, Scheduled, Held, Released and Cancelled.");
        }
        List<PlannedRelease> found = planning.list(actor, state, after == null ? null : new PlanId(after), limit + 1);
        List<PlannedRelease> items = found.subList(0, Math.min(limit, found.size()));
        return new Page(items.stream().map(PlanView::of).toList(),
                found.size() > limit ? items.getLast().id().value() : null);
    }

    @Command("planned-releases.create")
    @PostMapping
    @Operation(summary = "Begin a planned release")
    @ApiResponse(responseCode = "201")
    ResponseEntity<PlanView> create(Actor actor, @Valid @RequestBody PlanBody body) {
        PlannedRelease plan = planning.create(actor, body.content());
        return ResponseEntity.created(URI.create("/api/planned-releases/" + plan.id().value()))
                .eTag(Versions.tag(plan.version())).body(PlanView.of(plan));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A planned release; the check tells what stands in its way")
    ResponseEntity<PlanView> get(Actor actor, @PathVariable String id) {
        return answer(planning.get(actor, new PlanId(id)));
    }

    @Command("planned-releases.change")
    @PutMapping("/{id}")
    @Operation(summary = "Replace what is planned")
    ResponseEntity<PlanView> change(Actor actor, @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody PlanBody body) {
        return answer(planning.change(actor, new PlanId(id), Versions.ifMatch(version), body.content()));
    }

    @Command("planned-releases.add-change")
    @PutMapping("/{id}/changes/{document}")
    @Operation(summary = "Add what is to happen to a document, or replace it; needs no version")
    ResponseEntity<PlanView> put(Actor actor, @PathVariable String id, @PathVariable DocumentId document,
            @Valid @RequestBody ChangeBody body) {
        return answer(
                planning.put(actor, new PlanId(id), new Change(document, body.action(), body.version())));
    }

    @Command("planned-releases.remove-change")
    @DeleteMapping("/{id}/changes/{document}")
    @Operation(summary = "Take a document out of a planned release; needs no version")
    ResponseEntity<PlanView> remove(Actor actor, @PathVariable String id, @PathVariable DocumentId document) {
        return answer(planning.remove(actor, new PlanId(id), document));
    }

    @Query
    @PostMapping("/{id}/check")
    @Operation(summary = "List everything that stands in the way of a release now, and change nothing")
    ReleaseCheck check(Actor actor, @PathVariable String id) {
        return check(actor, planning.get(actor, new PlanId(id)));
    }

    @GetMapping("/{id}/preview")
    @Operation(summary = "The site as a release now would make it")
    PreviewView preview(Actor actor, @PathVariable String id) {
        return PreviewView.of(planning.preview(actor, planning.get(actor, new PlanId(id))));
    }

    @Command("planned-releases.release")
    @PostMapping("/{id}/release")
    @Operation(summary = "Release it now, all of it or nothing")
    ResponseEntity<PlanView> release(Actor actor, @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return answer(planning.release(actor, new PlanId(id), Versions.ifMatch(version)));
    }

    @Command("planned-releases.schedule")
    @PostMapping("/{id}/schedule")
    @Operation(summary = "Have it released at a time")
    ResponseEntity<PlanView> schedule(Actor actor, @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody Schedule body) {
        return answer(planning.schedule(actor, new PlanId(id), Versions.ifMatch(version),
                new Planning.DueTime(body.at(), body.zone()), !Boolean.FALSE.equals(body.pinned())));
    }

    @Command("planned-releases.unschedule")
    @PostMapping("/{id}/unschedule")
    @Operation(summary = "Have it not released at its time")
    ResponseEntity<PlanView> unschedule(Actor actor, @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return answer(planning.unschedule(actor, new PlanId(id), Versions.ifMatch(version)));
    }

    @Command("planned-releases.cancel")
    @PostMapping("/{id}/cancel")
    @Operation(summary = "Give it up for good")
    ResponseEntity<PlanView> cancel(Actor actor, @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return answer(planning.cancel(actor, new PlanId(id), Versions.ifMatch(version)));
    }

    private ResponseEntity<PlanView> answer(PlannedRelease plan) {
        return ResponseEntity.ok().eTag(Versions.tag(plan.version())).body(PlanView.of(plan));
    }

    private ReleaseCheck check(Actor actor, PlannedRelease plan) {
        try {
            return ReleaseCheck.of(planning.preview(actor, plan));
        } catch (MalformedReleaseException refusal) {
            return new ReleaseCheck(false, List.of(new ReleaseProblem("", "", "malformed-release",
                    String.valueOf(refusal.getMessage()), List.of())), List.of(), List.of());
        }
    }
}
