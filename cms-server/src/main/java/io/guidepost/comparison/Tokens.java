package io.guidepost.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes texts apart into what people see as units: figures, citations, words, spaces, and single characters otherwise. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{[^{}]{0,400}\\}\\}|\\[@[^\\[\\]\\s]{1,80}\\]"
            + "|[\\p{L}\\p{N}\\p{M}]+(?:['’.,/-][\\p{L}\\p{N}\\p{M}]+)*+|\\s+|.", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    private Tokens() {}

    /** The units, which make up the text. */
    static List<String> of(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The lines with their ends, which make up the text. */
    static List<String> lines(String text) {
        return LINE.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Up to so many different words and marks of the text, in lower case. */
    static Set<String> words(String text, int most) {
        Set<String> words = new HashSet<>();
        TOKEN.matcher(text).results().map(MatchResult::group)
                .filter(token -> Character.isLetterOrDigit(token.codePointAt(0)) || token.length() > 2)
                .filter(token -> !token.isBlank())
                .map(token -> token.toLowerCase(Locale.ROOT)).takeWhile(_ -> words.size() < most)
                .forEach(words::add);
        return words;
    }
}
