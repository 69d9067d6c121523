package io.guidepost.quiz;

import io.guidepost.content.Figure;
import io.guidepost.content.FigureToken;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
        String key = token.role().orElse(documentRole);
        this.role = key == null ? null : snapshot.role(key);
    }

    Figure figure() {
        Optional<Figure> shown = switch (token) {
            case FigureToken.SiteRespondents figure -> site(figure.floor(), SiteStatistics::respondents);
            case FigureToken.SiteCountries figure -> site(figure.floor(), SiteStatistics::countries);
            case FigureToken.Recent figure -> Optional.ofNullable(role)
                    .map(RoleStatistics::recentRespondents)
                    .map(n -> number(n, figure.floor(), n, asOf()));
            case FigureToken.Respondents figure -> respondents(figure.background())
                    .map(n -> number(n, figure.floor(), n, asOf()));
            case FigureToken.Percent figure -> question(figure.background(), figure.question())
                    .flatMap(asked -> asked.answer(figure.answer())
                            .map(answer -> figure(answer.display(), answer.percent(), asked.respondents(), asOf())));
            case FigureToken.Count figure -> question(figure.background(), figure.question())
                    .flatMap(asked -> asked.answer(figure.answer())
                            .map(answer -> number(answer.count(), figure.floor(), asked.respondents(), asOf())));
            case FigureToken.Answer figure -> question(figure.background(), figure.question())
                    .filter(asked -> figure.rank() <= asked.answers().size())
                    .map(asked -> figure(asked.answers().get(figure.rank() - 1).label(), null, asked.respondents(),
                            asOf()));
        };
        return shown.orElseGet(() -> Figure.suppressed(token.text(), asOf()));
    }

    private Optional<Figure> site(OptionalInt floor, Function<SiteStatistics, Integer> number) {
        SiteStatistics site = snapshot.site();
        return site.suppressed()
                ? Optional.empty()
                : Optional.of(number(number.apply(site), floor, site.respondents(), site.asOf()));
    }

    private Optional<Integer> respondents(Optional<String> background) {
        return background.isEmpty()
                ? Optional.ofNullable(role).map(RoleStatistics::respondents)
                : background(background.get()).map(BackgroundStatistics::respondents);
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

    private Figure number(int exact, OptionalInt floor, @Nullable Integer n, Instant asOf) {
        int shown = exact - exact % floor.orElse(1);
        return figure(String.format(Locale.ENGLISH, "%,d", shown), (double) shown, n, asOf);
    }

    private Figure figure(String text, @Nullable Double value, @Nullable Integer n, Instant asOf) {
        return new Figure(token.text(), text, value, n, asOf, false);
    }
}
