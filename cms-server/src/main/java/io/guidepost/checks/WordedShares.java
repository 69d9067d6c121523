package io.guidepost.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds shares that stand in a text as words: half of the respondents, two thirds, one in four. Parts of what nobody counted, such as half an
 * hour, the second half and half of the job, are none.
 */
final class WordedShares {

    private static final List<String> NUMBERS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten");
    private static final List<String> PARTS = List.of("whole", "half", "third", "quarter", "fifth", "sixth", "seventh",
            "eighth", "ninth", "tenth");
    private static final String FEW = "two|three|four|five|six|seven|eight|nine";

    /** Where a share that does not say of what begins: with the sentence or a part of it, or after a word that hedges. */
    private static final String OPENING = "(?<=^[“\"(]?|[.:;,–—(] ?|\\b(?:about|roughly|around|nearly|almost|over|than|only|just|some|and|but|that) )";
    private static final String ALONE = "(?<![\\p{L}\\p{N}-])";

    /** Those a share is of, with a few words about them. */
    private static final String PEOPLE = "(?:(?:them|us|you)\\b|(?:(?:the|our|all|these|those) ){0,2}"
            + "(?:(?!(?:time|day|week|month|year|work|job|money|way|what|that|who)\\b)[\\p{L}-]+ )?(?:"
            + TypedFigures.COUNTED
            + "|applicants|candidates|employers|companies|women|men|adults)\\b)";

    private static final Pattern HALF = pattern(ALONE
            + "(?<!\\b(?:first|second|other|latter|better|last|top|bottom) )half (?:of )?" + PEOPLE);
    private static final Pattern FRACTION = pattern(ALONE + "(?<number>an?|one|" + FEW
            + ")[ -](?<part>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s? of " + PEOPLE);
    private static final Pattern BARE_FRACTION = pattern(OPENING + "(?<number>" + FEW
            + ")[ -](?<part>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s"
            + "(?= (?!of|through|done|full|empty|in|into|on|up|along|later|ago|majority)[\\p{L}])");
    private static final String IN = "(?<number>one|" + FEW + ") (?:in|out of) (?:every )?(?<of>" + FEW + "|ten)";
    private static final Pattern RATIO = pattern(ALONE + IN + " (?:of )?" + PEOPLE);
    private static final Pattern BARE_RATIO = pattern(OPENING + IN
            + "(?= (?!(?:[\\p{L}-]+ )?(?:seconds|minutes|hours|days|weeks|weekends|months|years|steps|phases|parts|stages|rounds|places|cities|languages|words|sentences)\\b)[\\p{L}])");

    /** What tells at little cost that a text has no such share. */
    private static final List<String> FRACTIONS = PARTS.subList(2, PARTS.size());
    private static final Pattern ANY_RATIO = pattern(IN);

    private final String text;
    private final List<TypedFigure> found = new ArrayList<>();

    private WordedShares(String text) {
        this.text = text;
    }

    /** The shares of a sentence, those in its links and code aside. */
    static List<TypedFigure> in(Sentence sentence) {
        var shares = new WordedShares(sentence.bare());
        var lower = sentence.bare().toLowerCase(Locale.ROOT);
        if (lower.contains("half")) {
            shares.halves();
        }
        if (FRACTIONS.stream().anyMatch(lower::contains)) {
            shares.fractions(FRACTION);
            shares.fractions(BARE_FRACTION);
        }
        if (ANY_RATIO.matcher(lower).find()) {
            shares.ratios(RATIO);
            shares.ratios(BARE_RATIO);
        }
        return shares.found;
    }

    private void halves() {
        var half = HALF.matcher(text);
        while (half.find()) {
            add(half, 1, 2);
        }
    }

    private void fractions(Pattern pattern) {
        var fraction = pattern.matcher(text);
        while (fraction.find()) {
            add(fraction, number(fraction.group("number")),
                    1 + PARTS.indexOf(fraction.group("part").toLowerCase(Locale.ROOT)));
        }
    }

    private void ratios(Pattern pattern) {
        var ratio = pattern.matcher(text);
        while (ratio.find()) {
            add(ratio, number(ratio.group("number")), number(ratio.group("of")));
        }
    }

    private void add(Matcher matcher, int number, int of) {
        double share = 100.0 * number / of;
        var typed = new TypedFigure(TypedFigure.Unit.PERCENT, share, share, "", matcher.start(), matcher.end(),
                matcher.group());
        if (number < of && found.stream().noneMatch(typed::overlaps)) {
            found.add(typed);
        }
    }

    /** The number that a word means; one where it is an article. */
    private static int number(String word) {
        return Math.max(NUMBERS.indexOf(word.toLowerCase(Locale.ROOT)), 1);
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }
}
