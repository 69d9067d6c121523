package io.guidepost.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words in messages and names. */
public final class Words {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST_QUOTED = 60;

    private Words() {}

    /** Whether the text is lower-case words joined by hyphens. */
    static boolean isSlug(String text) {
        return text.length() <= 80 && SLUG.matcher(text).matches();
    }

    /** The text in quotation marks, cut where it is long. */
    public static String quoted(String text) {
        var shown = text.codePointCount(0, text.length()) <= LONGEST_QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTED)) + "…";
        return "“" + shown + "”";
    }

    /** {@code SiteSettings} as {@code site-settings}. */
    static String kebab(String typeName) {
        return typeName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The candidate that a misspelt word most likely meant. */
    public static Optional<String> closest(String word, Collection<String> candidates) {
        if (word.length() > LONGEST_QUOTED) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(1,
                        Math.min(word.length(), candidate.length()) / 2))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** The Levenshtein distance, letter case aside. */
    private static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
