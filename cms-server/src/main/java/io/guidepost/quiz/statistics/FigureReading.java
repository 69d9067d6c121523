package io.guidepost.quiz.statistics;

import io.guidepost.content.Figure;
import io.guidepost.content.FigureToken;
import io.guidepost.content.Interval;
import io.guidepost.content.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one figure off a snapshot. Whatever the snapshot does not hold reads as suppressed. */
final class FigureReading {

    private final Snapshot snapshot;
    private final FigureToken token;
    private final @Nullable RoleStatistics role;

    FigureReading(Snapshot snapshot, FigureToken token, @Nullable String documentRole) {
        this.snapshot = snapshot;
        this.token = token;
        String key = token.isOfSite() ? null : token.role().orElse(documentRole);
        this.role = key == null ? null : snapshot.role(key);
    }

    Figure figure() {
        Optional<Figure> shown = switch (token) {
            case FigureToken.SiteRespondents figure -> site(figure.floor(), SiteStatistics::respondents);
            case FigureToken.SiteCountries figure -> site(figure.floor(), SiteStatistics::countries);
            case FigureToken.Recent figure -> Optional.ofNullable(role)
                    .map(RoleStatistics::recentRespondents).map(n -> number(n, figure.floor(), n));
            case FigureToken.Respondents figure -> respondents(figure.background())
                    .map(n -> number(n, figure.floor(), n));
            case FigureToken.Percent figure -> answer(figure.background(), figure.question(), figure.answer(),
                    answer -> figure(answer.display(), answer.percent(), answer.n(), answer.interval()));
            case FigureToken.Range figure -> answer(figure.background(), figure.question(), figure.answer(),
                    answer -> figure(snapshot.format().range(answer.interval()), null, answer.n(),
                            answer.interval()));
            case FigureToken.Rank figure -> answer(figure.background(), figure.question(), figure.answer(),
                    answer -> figure(snapshot.format().rank(answer.rank()), (double) answer.rank(), answer.n(),
                            answer.interval()));
            case FigureToken.Count figure -> answer(figure.background(), figure.question(), figure.answer(),
                    answer -> number(answer.count(), figure.floor(), answer.n()));
            case FigureToken.Answer figure -> question(figure.background(), figure.question())
                    .filter(asked -> figure.rank() <= asked.answers().size())
                    .map(asked -> asked.answers().get(figure.rank() - 1))
                    .map(answer -> figure(answer.label(), null, answer.n(), null));
        };
        return shown.orElseGet(() -> Figure.suppressed(token.text(), asOf(), provenance()));
    }

    private Optional<Figure> site(OptionalInt floor, Function<SiteStatistics, Integer> number) {
        SiteStatistics site = snapshot.site();
        return site.suppressed()
                ? Optional.empty()
                : Optional.of(number(number.apply(site), floor, site.respondents()));
    }

    private Optional<Integer> respondents(Optional<String> background) {
        return background.isEmpty()
                ? Optional.ofNullable(role).map(RoleStatistics::respondents)
                : background(background.get()).map(BackgroundStatistics::respondents);
    }

    private Optional<Figure> answer(Optional<String> background, String question, String key,
            Function<AnswerStatistics, Figure> reading) {
        return question(background, question).flatMap(asked -> asked.answer(key)).map(reading);
    }

    private Optional<QuestionStatistics> question(Optional<String> background, String key) {
        List<QuestionStatistics> questions = background.isEmpty()
                ? Optional.ofNullable(role).map(RoleStatistics::questions).orElse(List.of())
                : background(background.get()).map(BackgroundStatistics::questions).orElse(List.of());
        return questions.stream().filter(question -> question.question().equals(key)).findFirst();
    }

    private Optional<BackgroundStatistics> background(String key) {
        return Optional.ofNullable(role)
                .flatMap(statistics -> statistics.byBackground()
                        .stream()
                        .filter(background -> background.background().equals(key))
                        .findFirst());
    }

    private Instant asOf() {
        return role == null ? snapshot.asOf() : role.asOf();
    }

    private Provenance provenance() {
        if (token.isOfSite()) {
            return snapshot.provenance();
        }
        Provenance ofRole = role == null ? snapshot.counted("") : role.provenance();
        return token.background().map(ofRole::of).orElse(ofRole);
    }

    private Figure number(int exact, OptionalInt floor, @Nullable Integer n) {
        int shown = exact - exact % floor.orElse(1);
        return figure(snapshot.format().number(shown), (double) shown, n, null);
    }

    private Figure figure(String text, @Nullable Double value, @Nullable Integer n, @Nullable Interval interval) {
        return new Figure(token.text(), text, value, n, asOf(), false, interval, provenance());
    }
}
