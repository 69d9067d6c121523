package io.guidepost.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds typed figures: percentages, amounts of money, numbers of people and the like, and spans of months. Years, ordinals, versions, durations
 * in other units and numbers up to nine things are none.
 */
final class TypedFigures {

    /** What a figure may be a number of, or a share. */
    static final String COUNTED = "people|persons|respondents|(?:quiz )?takers|changers|participants|"
            + "students|graduates|freelancers|readers|responses|countries|workers|employees|jobs|openings|vacancies|"
            + "professionals|specialists|analysts|developers|designers|managers|engineers|researchers";

    private static final String NUMBER = "\\d{1,3}(?:[,\u00A0\u202F]\\d{3})++(?!\\d)|\\d{1,12}(?:\\.\\d{1,4})?+(?!\\d)";
    private static final String ALONE = "(?<![\\p{L}\\p{N}.,/])";
    private static final String TO = "\\s?(?:to|-|–|—)\\s?";
    private static final Pattern PERCENT = Pattern.compile(ALONE + "(?<low>" + NUMBER + ")(?:\\s?%?" + TO + "(?<high>"
            + NUMBER + "))?\\s?(?:%|per ?cent\\b|percentage points?\\b)");
    private static final Pattern MONEY = Pattern.compile(ALONE
            + "(?<before>(?:US)?[$€£¥]|(?:USD|EUR|GBP|CHF)\\s)?\\s?(?<low>" + NUMBER
            + ")\\s?(?<lowk>[kK]\\b)?\\+?(?:" + TO + "(?:US)?[$€£¥]?(?<high>" + NUMBER
            + ")\\s?(?<highk>[kK]\\b)?\\+?)?(?:\\s?(?<after>[$€£¥]|(?:US )?(?:dollars?|euros?|pounds?|francs?)\\b|(?:USD|EUR|GBP|CHF)\\b))?");
    private static final Pattern PAY = Pattern.compile(
            "\\b(?:pay|pays|paid|salar(?:y|ies)|earn(?:s|ed|ing|ings)?|wages?|incomes?|median|compensation)\\b");
    private static final Pattern COUNT = Pattern.compile(ALONE + "(?<![$€£¥])(?<low>" + NUMBER
            + ")(?<plus>\\+)?\\s(?:(?!(?:minutes?|hours?|days?|weeks?|months?|years?|percent|dollars|euros|of|to|in|for|from|and|or|with|"
            + "a|an|the|by|at|as|is|are|that|which|who)\\b)[\\p{L}'’-]+\\s){0,3}?(?:" + COUNTED
            + "|chose|explored|answered)\\b");
    private static final Pattern SHARE = Pattern.compile(ALONE
            + "(?<low>\\d{1,3}) (?:in|out of) (?<of>\\d{1,4})(?: of (?:the|our))? (?:\\p{L}+ )?(?:people|respondents|takers|changers|students|jobs|employers)\\b");
    private static final Pattern MONTHS = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,-])(?<low>\\d{1,3}|\\p{L}{3,12})(?:" + TO
                    + "(?<high>\\d{1,3}|\\p{L}{3,12}))?[\\s-]months?\\b");

    /** A number of things that the reader is asked to do, and a rank, state nothing. */
    private static final Pattern NO_CLAIM = Pattern.compile(
            "(?:\\b(?:ask|interview|contact|message|meet|find|follow|call|(?:talk|speak|write|listen|apply|show it) (?:to|with|for)|top|first|next)\\s"
                    + "(?:at least |about |up to |some |\\S+ (?:to|or|and) |\\d+[–-])?)$",
            Pattern.CASE_INSENSITIVE);

    /** A number after a name is its version: Windows 11. */
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L},;] )\\p{Lu}\\p{L}+ $");
    private static final Map<String, Integer> WORDS = Map.ofEntries(Map.entry("one", 1), Map.entry("two", 2),
            Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6),
            Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10),
            Map.entry("eleven", 11), Map.entry("twelve", 12), Map.entry("fifteen", 15), Map.entry("eighteen", 18),
            Map.entry("twenty", 20), Map.entry("twenty-four", 24));

    private final String text;
    private final List<TypedFigure> found = new ArrayList<>();

    private TypedFigures(String text) {
        this.text = text;
    }

    /** The figures of a sentence in order, those in its links and code aside. */
    static List<TypedFigure> in(Sentence sentence) {
        return in(sentence.bare());
    }

    static List<TypedFigure> in(String text) {
        var figures = new TypedFigures(text);
        if (text.chars().anyMatch(Character::isDigit)) {
            figures.percent();
            figures.shares();
            figures.counts();
            figures.money();
        }
        if (text.contains("month")) {
            figures.months();
        }
        figures.found.sort(Comparator.comparingInt(TypedFigure::start));
        return figures.found;
    }

    private void percent() {
        var matcher = PERCENT.matcher(text);
        while (matcher.find()) {
            double low = number(matcher.group("low"));
            boolean idiom = low == 100 && !text.startsWith(" of", matcher.end());
            if (!idiom) {
                add(TypedFigure.Unit.PERCENT, matcher, low, high(matcher, low), "");
            }
        }
    }

    private void shares() {
        var matcher = SHARE.matcher(text);
        while (matcher.find()) {
            double share = 100 * number(matcher.group("low")) / Math.max(1, number(matcher.group("of")));
            add(TypedFigure.Unit.PERCENT, matcher, share, share, "");
        }
    }

    private void counts() {
        var matcher = COUNT.matcher(text);
        while (matcher.find()) {
            var typed = matcher.group("low");
            double number = number(typed);
            boolean year = typed.matches("(?:19|20)\\d\\d");
            var before = text.substring(0, matcher.start());
            if (matcher.group("plus") != null || (number >= 10 && !year && typed.indexOf('.') < 0
                    && !NO_CLAIM.matcher(before).find() && !NAME.matcher(before).find())) {
                add(TypedFigure.Unit.COUNT, matcher, number, number, "");
            }
        }
    }

    private void money() {
        boolean aboutPay = PAY.matcher(text.toLowerCase(Locale.ROOT)).find();
        var matcher = MONEY.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            var typed = matcher.group("low");
            boolean thousands = matcher.group("lowk") != null || matcher.group("highk") != null
                    || typed.indexOf(',') > 0;
            var currency = Optional.ofNullable(matcher.group("before"))
                    .or(() -> Optional.ofNullable(matcher.group("after")));
            if (currency.isPresent() || (aboutPay && thousands)) {
                double low = number(typed) * (matcher.group("lowk") == null ? 1 : 1000);
                double high = high(matcher, low) * (matcher.group("highk") == null ? 1 : 1000);
                if (matcher.group("highk") != null && matcher.group("lowk") == null && low < 1000) {
                    low *= 1000;
                }
                add(TypedFigure.Unit.MONEY, matcher, low, Math.max(low, high),
                        currency.map(TypedFigures::currency).orElse(""));
                from = matcher.end();
            } else {
                from = matcher.end("low");
            }
        }
    }

    private void months() {
        var matcher = MONTHS.matcher(text);
        while (matcher.find()) {
            var low = month(matcher.group("low"));
            var high = matcher.group("high") == null ? low : month(matcher.group("high"));
            if (low != null && high != null) {
                add(TypedFigure.Unit.MONTHS, matcher, low, high, "");
            } else if (high != null) {
                add(TypedFigure.Unit.MONTHS, matcher, high, high, "");
            }
        }
    }

    private void add(TypedFigure.Unit unit, Matcher matcher, double low, double high, String currency) {
        var typed = new TypedFigure(unit, low, high, currency, matcher.start(), matcher.end(), matcher.group().strip());
        if (found.stream().noneMatch(typed::overlaps)) {
            found.add(typed);
        }
    }

    private static double high(Matcher matcher, double low) {
        var high = matcher.group("high");
        return high == null ? low : number(high);
    }

    private static double number(String typed) {
        return Double.parseDouble(typed.replaceAll("[,\u00A0\u202F]", ""));
    }

    private static @Nullable Integer month(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        return Character.isDigit(typed.charAt(0)) ? Integer.valueOf(typed) : WORDS.get(typed.toLowerCase(Locale.ROOT));
    }

    private static String currency(String written) {
        var currency = written.strip().toUpperCase(Locale.ROOT);
        return switch (currency.charAt(currency.length() - 1)) {
            case '€' -> "EUR";
            case '£' -> "GBP";
            case '¥' -> "JPY";
            case '$' -> "USD";
            default -> currency.contains("DOLLAR")
                    ? "USD"
                    : currency.startsWith("EUR")
                            ? "EUR"
                            : currency.startsWith("POUND")
                                    ? "GBP"
                                    : currency.startsWith("FRANC")
                                            ? "CHF"
                                            : currency;
        };
    }
}
