package io.guidepost.content;

import io.guidepost.content.FigureToken.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads figure tokens: {@code <kind> [<question>/<answer>] [of <background>] [for <role>] [floor <N>]}; {@code range percent} is {@code range}. */
final class TokenReader {

    private static final List<String> KINDS = List.of("respondents", "recent", "percent", "range", "rank", "count",
            "answer", "site.respondents", "site.countries");
    private static final List<String> OPTIONS = List.of("of", "for", "floor");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private record Word(String text, int position) {}

    private record Subject(String question, Word answer) {}

    private final List<Word> words = new ArrayList<>();
    private final Map<Part, Integer> positions = new EnumMap<>(Part.class);
    private final int end;
    private int next;

    TokenReader(String inner) {
        var matcher = WORD.matcher(inner);
        while (matcher.find()) {
            words.add(new Word(matcher.group(), matcher.start()));
        }
        end = inner.length();
    }

    /** The options of a token as they are written after its subject. */
    static String options(FigureToken token) {
        var text = new StringBuilder();
        token.background().ifPresent(background -> text.append(" of ").append(background));
        token.role().ifPresent(role -> text.append(" for ").append(role));
        token.floor().ifPresent(floor -> text.append(" floor ").append(floor));
        return text.toString();
    }

    FigureToken read() {
        if (words.isEmpty()) {
            throw new MalformedTokenException(0, "A figure needs a name between its braces, such as {{respondents}}.");
        }
        var kind = words.get(next++);
        positions.put(Part.KIND, kind.position());
        var token = switch (kind.text()) {
            case "respondents" -> new FigureToken.Respondents(background(), role(), floor());
            case "recent" -> new FigureToken.Recent(role(), floor());
            case "percent" -> percent(subject(kind.text()));
            case "range" -> range(shareOf(kind.text()));
            case "rank" -> rank(subject(kind.text()));
            case "count" -> count(subject(kind.text()));
            case "answer" -> answer(subject(kind.text()));
            case "site.respondents" -> new FigureToken.SiteRespondents(floor());
            case "site.countries" -> new FigureToken.SiteCountries(floor());
            default -> throw new MalformedTokenException(kind.position(),
                    "There is no figure called " + Words.quoted(kind.text()) + "; "
                            + Words.closest(kind.text(), KINDS).map(close -> "did you mean " + close + "?")
                                    .orElse("figures are " + String.join(", ", KINDS) + "."));
        };
        if (next < words.size()) {
            var word = words.get(next);
            throw new MalformedTokenException(word.position(),
                    Words.quoted(word.text()) + " does not belong there: after the figure come, where it takes them, "
                            + "“of <background>”, “for <role>” and “floor <number>”, in this order"
                            + meant(Words.closest(word.text(), OPTIONS).filter(close -> !close.equals(word.text()))));
        }
        return token;
    }

    /** Where a part of the token that was read stands; where it ends, if it has none. */
    int position(Part part) {
        return positions.getOrDefault(part, end);
    }

    private FigureToken percent(Subject subject) {
        return new FigureToken.Percent(subject.question(), key(subject.answer()), background(), role());
    }

    private FigureToken range(Subject subject) {
        return new FigureToken.Range(subject.question(), key(subject.answer()), background(), role());
    }

    private FigureToken rank(Subject subject) {
        return new FigureToken.Rank(subject.question(), key(subject.answer()), background(), role());
    }

    private FigureToken count(Subject subject) {
        return new FigureToken.Count(subject.question(), key(subject.answer()), background(), role(), floor());
    }

    private FigureToken answer(Subject subject) {
        return new FigureToken.Answer(subject.question(), number(subject.answer()), background(), role());
    }

    /** A range is that of a share, said or not. */
    private Subject shareOf(String kind) {
        boolean _ = takes("percent");
        return subject(kind);
    }

    private Subject subject(String kind) {
        var word = next < words.size() ? words.get(next++) : new Word("", end);
        int slash = word.text().indexOf('/');
        if (slash < 1) {
            throw new MalformedTokenException(word.position(), Words.quoted(kind) + " needs a question and "
                    + (kind.equals("answer")
                            ? "a rank, as in answer priority/1."
                            : "an answer, as in " + kind + " priority/earn-more."));
        }
        var question = key(new Word(word.text().substring(0, slash), word.position()));
        positions.put(Part.QUESTION, word.position());
        positions.put(Part.ANSWER, word.position() + slash + 1);
        return new Subject(question, new Word(word.text().substring(slash + 1), word.position() + slash + 1));
    }

    private Optional<String> background() {
        return takes("of") ? Optional.of(key(argument("of", Part.BACKGROUND))) : Optional.empty();
    }

    private Optional<String> role() {
        return takes("for") ? Optional.of(key(argument("for", Part.ROLE))) : Optional.empty();
    }

    private OptionalInt floor() {
        return takes("floor") ? OptionalInt.of(number(argument("floor", Part.FLOOR))) : OptionalInt.empty();
    }

    private boolean takes(String name) {
        if (next < words.size() && words.get(next).text().equals(name)) {
            next++;
            return true;
        }
        return false;
    }

    private Word argument(String name, Part part) {
        if (next == words.size()) {
            throw new MalformedTokenException(end, "Something is missing after " + Words.quoted(name) + ".");
        }
        var word = words.get(next++);
        positions.put(part, word.position());
        return word;
    }

    private static String key(Word word) {
        if (!Words.isSlug(word.text())) {
            throw new MalformedTokenException(word.position(),
                    Words.quoted(word.text()) + " is no key: keys are lower-case words joined by hyphens"
                            + meant(Optional.of(word.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                                    .replaceAll("^-|-$", "")).filter(Words::isSlug)));
        }
        return word.text();
    }

    private static int number(Word word) {
        if (!NUMBER.matcher(word.text()).matches()) {
            throw new MalformedTokenException(word.position(),
                    Words.quoted(word.text()) + " is not a whole number from 1 to 999999999 in digits alone"
                            + meant(Optional.of(word.text().replaceAll("[.,'_]", ""))
                                    .filter(NUMBER.asMatchPredicate())));
        }
        return Integer.parseInt(word.text());
    }

    /** The end of a sentence. */
    private static String meant(Optional<String> suggestion) {
        return suggestion.map(close -> "; did you mean " + close + "?").orElse(".");
    }
}
