package io.guidepost.work;

import io.guidepost.editorial.EditorialProperties;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;
import io.guidepost.web.PageLimit;
import io.guidepost.work.WorkQuery.Filters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/work")
@Tag(name = "Work", description = "Working copies, searched and sorted, and what waits for whom")
class WorkController {

    private final FindingWork finding;
    private final WorkReading reading;
    private final EditorialProperties editorial;

    WorkController(FindingWork finding, WorkReading reading, EditorialProperties editorial) {
        this.finding = finding;
        this.reading = reading;
        this.editorial = editorial;
    }

    @GetMapping
    @Operation(summary = "Find working copies", description = "`text` looks for words in titles and texts, other forms and mistyped "
            + "ones as well. `counts` tells how many there would be of each state and type under the other filters. A change is "
            + "found about a second after it was made; `behind` says how many are not yet.")
    WorkPage find(Actor actor, @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable List<String> live,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(required = false) @Nullable String changedSince,
            @RequestParam(required = false) @Nullable String changedBefore,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(defaultValue = "false") boolean trash,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String direction,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        PersonId somebody = reading.person(person);
        Filters filters = new Filters(reading.types(type), reading.states(state), reading.live(live), somebody,
                reading.as(as, somebody), reading.instant("changedSince", changedSince),
                reading.instant("changedBefore", changedBefore), reading.text(text), reading.problem(problem), trash,
                new Whose.Everything());
        WorkOrder order = reading.order(sort, filters.text());
        return finding.find(query(filters, order, reading.ascending(direction, order), after, limit));
    }

    @GetMapping("/mine")
    @Operation(summary = "What I am writing: my drafts, what I handed to review and what was sent back to me", description = "The last "
            + "changed first. While searching is not available it comes from the database, and `degraded` says so.")
    WorkPage mine(Actor actor, @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        Filters filters = Filters.of(reading.types(type), reading.states(state), new Whose.Mine(actor.id()));
        return finding.findOwn(query(filters, WorkOrder.CHANGED, false, after, limit));
    }

    @GetMapping("/reviews")
    @Operation(summary = "What waits for my review", description = "What I am asked to review by name or by my role, or anybody is, and "
            + "may approve; what waits longest comes first. Empty for whoever may not review. While searching is not available it "
            + "comes from the database, and `degraded` says so.")
    WorkPage reviews(Actor actor, @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        Filters filters = Filters.of(reading.types(type), reading.states(null),
                new Whose.ToReview(actor.id(), actor.roles(), editorial.selfApproval()));
        WorkQuery query = query(filters, WorkOrder.SUBMITTED, true, after, limit);
        return actor.may(Permission.REVIEW)
                ? finding.findOwn(query)
                : new WorkPage(List.of(), null, 0, new WorkPage.Counts(Map.of(), Map.of()), null, 0, false);
    }

    private WorkQuery query(Filters filters, WorkOrder order, boolean ascending, @Nullable String after, int limit) {
        PageLimit.require(limit);
        return new WorkQuery(filters, order, ascending, after == null ? null : Cursor.read(after, order, ascending),
                limit);
    }
}
