package io.guidepost.quiz.statistics;

import io.guidepost.content.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How figures read in a language. Whatever shows one asks here, so that the same figure reads the same everywhere. */
final class FigureFormat {

    private static final int WHOLE = 100;

    private final Locale locale;
    private final NumberFormat numbers;
    private final List<String> percents;
    private final boolean signComesFirst;

    private FigureFormat(Locale locale) {
        this.locale = locale;
        this.numbers = NumberFormat.getIntegerInstance(locale);
        NumberFormat shares = NumberFormat.getPercentInstance(locale);
        this.percents = IntStream.rangeClosed(0, WHOLE)
                .mapToObj(percent -> shares.format(BigDecimal.valueOf(percent, 2)))
                .toList();
        this.signComesFirst = shares instanceof DecimalFormat decimal
                && decimal.getPositivePrefix().indexOf(decimal.getDecimalFormatSymbols().getPercent()) >= 0;
    }

    /**
     * The format of a language.
     *
     * @param tag of BCP 47, such as {@code en} or {@code de-CH}
     * @throws IllegalArgumentException if it is none, or names no language
     */
    static FigureFormat of(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return new FigureFormat(locale);
            }
        } catch (IllformedLocaleException malformed) {
            throw new IllegalArgumentException(refusal(tag), malformed);
        }
        throw new IllegalArgumentException(refusal(tag));
    }

    private static String refusal(String tag) {
        return "`guidepost.quiz.locale` is the tag of the language in which figures read, such as `en` or `de-CH`; this is"
                + " none: " + tag;
    }

    /** A number: {@code 3,214}. */
    String number(long number) {
        // Formats keep state while they write.
        return ((NumberFormat) numbers.clone()).format(number);
    }

    /**
     * A share in whole percent points, rounded half up from the counts: {@code 33%}.
     *
     * @param count how many gave an answer, n at most
     * @param n how many were asked; 1 at least
     */
    String percent(int count, int n) {
        return percents.get(BigDecimal.valueOf(count).multiply(BigDecimal.valueOf(WHOLE))
                .divide(BigDecimal.valueOf(n), 0, RoundingMode.HALF_UP).intValueExact());
    }

    /** An interval, its bounds rounded half up to whole percent points: {@code 24–42%}; one of both where they are the same. */
    String range(Interval interval) {
        int low = (int) Math.round(interval.low());
        int high = (int) Math.round(interval.high());
        if (low == high) {
            return percents.get(low);
        }
        return signComesFirst ? percents.get(low) + "–" + number(high) : number(low) + "–" + percents.get(high);
    }

    /** A rank: {@code 1st} in English; elsewhere the number alone, since how it goes on depends on what is ranked. */
    String rank(int rank) {
        return locale.getLanguage().equals("en") ? number(rank) + ending(rank) : number(rank);
    }

    private static String ending(int rank) {
        boolean teen = rank / 10 % 10 == 1;
        return switch (teen ? 0 : rank % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
