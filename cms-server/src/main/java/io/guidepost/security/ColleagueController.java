package io.guidepost.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.web.MalformedQueryException;
import io.guidepost.web.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom one may ask for a review or mention in a comment, for everybody who may read working copies. */
@RestController
@Tag(name = "People", description = "Who may do what")
@RequestMapping("/api/colleagues")
class ColleagueController {

    private final Colleagues colleagues;

    ColleagueController(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    /** A colleague; the id is what a submission names reviewers by, and what follows the @ of a mention. */
    record ColleagueView(String id, String name, List<String> roles) {

        static ColleagueView of(Colleague colleague) {
            return new ColleagueView(colleague.id().value(), colleague.name(),
                    colleague.roles().stream().sorted().map(Role::key).toList());
        }
    }

    /** A page; {@code next} is the {@code after} of the next one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ColleagueView> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "Whom one may ask for a review or mention, by id, in pages", description = "`may=review` leaves "
            + "those who may review, `role` those who have the role. Whoever is disabled is not listed.")
    Page list(Actor actor, @RequestParam(required = false) @Nullable String may,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        actor.require(Permission.READ);
        PageLimit.require(limit);
        List<ColleagueView> found = colleagues.all().stream().filter(colleague -> !colleague.disabled())
                .filter(able(may)).filter(trusted(role)).filter(following(after))
                .sorted(Comparator.comparing(colleague -> colleague.id().value())).limit(limit + 1L)
                .map(ColleagueView::of).toList();
        List<ColleagueView> items = found.subList(0, Math.min(limit, found.size()));
        return new Page(items, found.size() > limit ? items.getLast().id() : null);
    }

    private static Predicate<Colleague> able(@Nullable String may) {
        if (may == null) {
            return colleague -> true;
        }
        if (!may.equals("review")) {
            throw new MalformedQueryException("“may” must be review, or left out.");
        }
        return colleague -> colleague.may(Permission.REVIEW);
    }

    private static Predicate<Colleague> trusted(@Nullable String key) {
        if (key == null) {
            return colleague -> true;
        }
        Role role = Role.ofKey(key).orElseThrow(() -> new MalformedQueryException(
                "“role” must be one of author, editor, publisher and admin."));
        return colleague -> colleague.roles().contains(role);
    }

    private static Predicate<Colleague> following(@Nullable String after) {
        if (after == null) {
            return colleague -> true;
        }
        try {
            PersonId last = new PersonId(after);
            return colleague -> colleague.id().value().compareTo(last.value()) > 0;
        } catch (IllegalArgumentException malformed) {
            throw new MalformedQueryException("“after” must be the “next” of the page before.");
        }
    }
}
