package io.guidepost.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.content.Figure;
import io.guidepost.content.FigureProblem;
import io.guidepost.content.FigureToken;
import io.guidepost.content.Interval;
import io.guidepost.content.Provenance;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.statistics.Snapshot;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/figures")
@Tag(name = "Statistics")
class FiguresController {

    /** What the answer grows with is the quiz and this. */
    private static final int MOST_USES = 100;

    private final Quizzes quizzes;
    private final Snapshots snapshots;
    private final FigureUses uses;

    FiguresController(Quizzes quizzes, Snapshots snapshots, FigureUses uses) {
        this.quizzes = quizzes;
        this.snapshots = snapshots;
        this.uses = uses;
    }

    /**
     * The figures of a role.
     *
     * @param role its key
     * @param background the key of the background that they are narrowed to
     * @param snapshot the newest statistics snapshot, whose figures they are
     * @param figures in the quiz's order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureList(String role, @Nullable String background, int snapshot, List<NamedFigure> figures) {}

    /**
     * A figure.
     *
     * @param token to paste into a text of a document of that role
     * @param about what it tells something of: the label of an answer, or the words of a question
     * @param text how it reads
     * @param value the number, unrounded; none of a label, a range or where suppressed
     * @param n how many respondents it rests on; none where suppressed
     * @param suppressed whether the group is too small for its figures to be shown
     * @param interval what the share of everybody lies within, in percent points
     * @param asOf when the figures were counted
     * @param provenance where it comes from
     * @param uses in how many places it stands
     * @param usedIn the first 100 of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NamedFigure(String token, String about, String text, @Nullable Double value, @Nullable Integer n,
            boolean suppressed, @Nullable Interval interval, Instant asOf, Provenance provenance, int uses,
            List<Use> usedIn) {

        static NamedFigure of(RoleFigures.Named named, Figure figure, List<Use> uses) {
            return new NamedFigure(FigureUses.braced(figure.token()), named.about(), figure.text(), figure.value(),
                    figure.n(), figure.suppressed(), figure.interval(), figure.asOf(), figure.provenance(), uses.size(),
                    uses.subList(0, Math.min(MOST_USES, uses.size())));
        }
    }

    @GetMapping
    @Operation(summary = "Every figure of a role, as a token to paste into a text, with its value and where it is used", description = "With "
            + "a background, the figures of the role's takers who have it. A use counts wherever a token stands for the figure, "
            + "also if it names the role or rounds down, in working copies and in what is live; of more than 100 uses of one "
            + "figure the first 100 are named.")
    FigureList figures(Actor actor,
            @Parameter(description = "A role of the quiz, by its key.") @RequestParam String role,
            @Parameter(description = "A background of the quiz, by its key.") @RequestParam(required = false) @Nullable String background) {
        actor.require(Permission.READ);
        Quiz quiz = quizzes.current();
        requireKnown(quiz, role, background);
        Snapshot snapshot = snapshots.latest();
        Map<FigureKey, List<Use>> found = uses.of(role);
        List<NamedFigure> figures = RoleFigures.of(quiz, quiz.role(role).orElseThrow(), Optional.ofNullable(background)
                .flatMap(quiz::background)).stream()
                .map(named -> NamedFigure.of(named, snapshot.resolve(named.token(), role),
                        found.getOrDefault(new FigureKey(role, named.token()), List.of())))
                .toList();
        return new FigureList(role, background, snapshot.number(), figures);
    }

    /** A token may name any role and background, so the quiz says of one what it would say to an editor. */
    private static void requireKnown(Quiz quiz, String role, @Nullable String background) {
        FigureToken group = new FigureToken.Respondents(Optional.ofNullable(background), Optional.of(role),
                OptionalInt.empty());
        Optional<FigureProblem> problem = quiz.problem(group, null);
        if (problem.isPresent()) {
            throw new UnknownGroupException(
                    problem.get().part() == FigureToken.Part.ROLE ? "unknown-role" : "unknown-background",
                    problem.get().message());
        }
    }
}
