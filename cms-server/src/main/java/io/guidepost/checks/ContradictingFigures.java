package io.guidepost.checks;

import io.guidepost.content.FigureToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Typed figures that disagree with another figure on the same page: one typed elsewhere for the same thing, the figure of a token, or a
 * structured number such as the months of a timeline. Figures from different sources, for different years or of different groups of people do
 * not contradict each other.
 */
final class ContradictingFigures implements Check {

    private static final String CODE = "contradicting-figure";

    /** Words of a sentence that speaks of the whole change of career rather than of one step in it. */
    private static final Set<String> WHOLE = Set.of("becom", "timeli", "chang", "change", "switch", "transi", "career",
            "job", "role", "contra", "altoge", "total", "whole");

    /** A claim, and where on the page it stands: a pointer into the document that is checked, and words for the editor. */
    private record Placed(Claim claim, String pointer, String where, @Nullable String role, Set<String> title) {

        TypedFigure typed() {
            return Optional.ofNullable(claim.typed()).orElseThrow();
        }

        Sentence sentence() {
            return claim.sentence();
        }
    }

    @Override
    public Map<String, Severity> codes() {
        return Map.of(CODE, Severity.WARNING);
    }

    @Override
    public void look(Subject subject, Report report) {
        if (subject.isSource()) {
            return;
        }
        var claims = claims(subject);
        var typed = claims.stream().filter(placed -> placed.claim().typed() != null).toList();
        structured(Stated.in(subject), typed, report);
        tokens(subject, typed, claims, report);
        pairs(typed, report);
    }

    private static List<Placed> claims(Subject subject) {
        var claims = new ArrayList<Placed>();
        for (var sentence : subject.sentences()) {
            Claim.in(sentence, subject.figures(sentence))
                    .forEach(claim -> claims.add(new Placed(claim, sentence.pointer(),
                            "at " + sentence.pointer(), subject.quizRole(), Set.of())));
        }
        for (var embedded : subject.embedded()) {
            var document = embedded.document();
            subject.model().find(document.type()).ifPresent(type -> {
                var role = type.quizRole(document.content()).orElse(null);
                for (var sentence : Sentences.of(type.prose(document.content()))) {
                    Claim.in(sentence, TypedFigures.in(sentence))
                            .forEach(claim -> claims.add(new Placed(claim, embedded.pointer(),
                                    "at " + sentence.pointer() + " of “" + document.title() + "”", role,
                                    English.stems(document.title()))));
                }
            });
        }
        return claims;
    }

    private static void structured(List<Stated> numbers, List<Placed> typed, Report report) {
        for (var placed : typed) {
            var figure = placed.typed();
            var rivals = numbers.stream().filter(number -> isAbout(placed, number)).toList();
            if (!rivals.isEmpty() && rivals.stream().noneMatch(number -> fits(figure, number))
                    && !isHull(figure, rivals)) {
                report.add(CODE, placed.pointer(), "“%s” %s disagrees with %s, which states %s: correct one of them."
                        .formatted(figure.text(), placed.where(), rivals.getFirst().pointer(),
                                rivals.getFirst().text()));
            }
        }
    }

    private static boolean isAbout(Placed placed, Stated number) {
        var figure = placed.typed();
        var sentence = placed.sentence();
        if (figure.unit() != number.unit() || !number.agrees(figure)
                || English.apart(sentence.sources(), number.sources())
                || English.apart(English.years(sentence.text()), number.years())) {
            return false;
        }
        var about = placed.claim().about();
        return switch (figure.unit()) {
            case MONEY -> figure.isSpan() && figure.low() >= 1000 && sentence.sources().isEmpty();
            case MONTHS -> number.about().stream().anyMatch(about::contains) && isWhole(placed, number);
            case PERCENT, COUNT -> number.about().stream().anyMatch(about::contains);
        };
    }

    private static boolean isWhole(Placed placed, Stated number) {
        return placed.pointer().startsWith(section(number.pointer()))
                || English.stems(placed.sentence().text()).stream().anyMatch(WHOLE::contains)
                || placed.title().stream().anyMatch(WHOLE::contains);
    }

    /** The first step of a pointer: what stands under it speaks of what it speaks of. */
    private static String section(String pointer) {
        int end = pointer.indexOf('/', 1);
        return end < 0 ? pointer : pointer.substring(0, end);
    }

    private static boolean fits(TypedFigure figure, Stated number) {
        return (figure.isSpan() || number.low() == number.high())
                ? figure.low() == number.low() && figure.high() == number.high()
                : figure.low() >= number.low() && figure.low() <= number.high();
    }

    /** From the low end of one band to the high end of another. */
    private static boolean isHull(TypedFigure figure, List<Stated> numbers) {
        return numbers.stream().anyMatch(number -> number.low() == figure.low())
                && numbers.stream().anyMatch(number -> number.high() == figure.high());
    }

    private static void tokens(Subject subject, List<Placed> typed, List<Placed> claims, Report report) {
        for (var placed : claims) {
            var token = placed.claim().token();
            if (token == null || token.role().isPresent()) {
                continue;
            }
            var figure = subject.around().values().resolve(token, placed.role());
            if (figure.value() == null || token instanceof FigureToken.Rank) {
                continue;
            }
            // As it reads, in whatever language: a share is shown in whole percent points.
            double value = Math.round(figure.value());
            var unit = token instanceof FigureToken.Percent ? TypedFigure.Unit.PERCENT : TypedFigure.Unit.COUNT;
            typed.stream().filter(other -> other.typed().unit() == unit && other.typed().low() != value)
                    .filter(other -> sameMeaning(other.claim(), placed.claim(), token))
                    .forEach(other -> report.add(CODE, other.pointer(),
                            "“%s” %s disagrees with {{%s}} %s, which is %s: write the figure in its place.".formatted(
                                    other.typed().text(), other.where(), token.text(), placed.where(), figure.text())));
        }
    }

    private static boolean sameMeaning(Claim typed, Claim measured, FigureToken token) {
        if (!typed.sentence().sources().isEmpty()) {
            return false;
        }
        var groups = new HashSet<>(English.groups(measured.about()));
        token.background().ifPresent(background -> groups.addAll(English.groups(English.stems(background))));
        if (!groups.equals(English.groups(typed.about()))) {
            return false;
        }
        var key = answer(token).map(English::stems).orElse(Set.of());
        return English.alike(typed.about(), measured.about()) || (key.size() > 1 && typed.about().containsAll(key));
    }

    private static Optional<String> answer(FigureToken token) {
        return switch (token) {
            case FigureToken.Percent percent -> Optional.of(percent.answer());
            case FigureToken.Count count -> Optional.of(count.answer());
            case FigureToken.Range _,FigureToken.Rank _,FigureToken.Respondents _,FigureToken.Recent _,FigureToken.Answer _,FigureToken.SiteRespondents _,FigureToken.SiteCountries _ ->
                Optional
                        .empty();
        };
    }

    private static void pairs(List<Placed> typed, Report report) {
        for (int i = 0; i < typed.size(); i++) {
            for (int j = i + 1; j < typed.size(); j++) {
                var one = typed.get(i);
                var other = typed.get(j);
                if (!one.sentence().equals(other.sentence()) && contradict(one, other)) {
                    report.add(CODE, other.pointer(),
                            "“%s” %s and “%s” %s seem to say two things about one matter: correct one, or write a figure in both places."
                                    .formatted(one.typed().text(), one.where(), other.typed().text(), other.where()));
                }
            }
        }
    }

    private static boolean contradict(Placed one, Placed other) {
        var a = one.typed();
        var b = other.typed();
        return a.unit() == b.unit() && a.unit() != TypedFigure.Unit.MONTHS && !a.sameValue(b)
                && (a.currency().isEmpty() || b.currency().isEmpty() || a.currency().equals(b.currency()))
                && !English.apart(one.sentence().sources(), other.sentence().sources())
                && !English.apart(English.years(one.sentence().text()), English.years(other.sentence().text()))
                && English.groups(one.claim().about()).equals(English.groups(other.claim().about()))
                && English.alike(one.claim().about(), other.claim().about());
    }
}
