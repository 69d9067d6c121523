package io.guidepost.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, taken apart.
 *
 * @param text all of it, as far as it is searched for
 * @param phrases what stands in double quotes: it has to be found as it is
 * @param units the other words, those left out that say nothing, unless all of them do
 * @param unfinished the last word, folded, if it may go on; null: it has ended, as far as one can tell
 * @param cut whether there is more of it than is searched for
 */
record TypedText(String text, List<String> phrases, List<Unit> units, @Nullable String unfinished,
        boolean cut) {

    private static final int LONGEST = 200;
    private static final int SHORTEST_CUT = 100;
    /** More words than people type, and few enough for the engine to look for each in several ways. */
    private static final int MOST_UNITS = 20;
    private static final Set<Byte> WITHIN = Set.of(Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK);
    private static final Pattern QUOTED = Pattern
            .compile("[\"\u201c\u201d\u201e]([^\"\u201c\u201d\u201e]*)[\"\u201c\u201d\u201e]");

    /** Copies the lists. */
    TypedText {
        phrases = List.copyOf(phrases);
        units = List.copyOf(units);
    }

    /**
     * A word, or several that editors have taken for one.
     *
     * @param words folded
     * @param synonyms what means the same
     */
    record Unit(List<String> words, List<String> synonyms) {

        /** Whether it tells nothing by its words alone. */
        boolean saysNothing() {
            return words.stream().allMatch(Words::saysNothing);
        }

        /** The words as they stand one after another. */
        String text() {
            return String.join(" ", words);
        }
    }

    /** Takes apart what was typed, given groups of synonyms. */
    static TypedText of(String typed, SynonymGroups groups) {
        String whole = Words.compose(typed).strip();
        String text = cut(whole);
        List<String> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            if (!Words.of(quoted.group(1)).isEmpty()) {
                phrases.add(quoted.group(1).strip());
            }
        }
        String rest = quoted.replaceAll(" ");
        List<String> words = Words.of(rest);
        List<Unit> units = units(words, groups);
        boolean cut = text.length() < whole.length() || units.size() > MOST_UNITS;
        boolean ended = cut || words.isEmpty() || typed.length() > typed.stripTrailing().length()
                || !isOfWord(text.codePointBefore(text.length()));
        return new TypedText(text, phrases, units.subList(0, Math.min(MOST_UNITS, units.size())), ended
                ? null
                : words.getLast(), cut);
    }

    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character) || WITHIN.contains((byte) Character.getType(character));
    }

    /** Whether nothing was typed. */
    boolean isEmpty() {
        return text.isEmpty();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST);
        int end = space >= SHORTEST_CUT ? space : LONGEST;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end).strip();
    }

    private static List<Unit> units(List<String> words, SynonymGroups groups) {
        List<String> stems = words.stream().map(Words::stem).toList();
        List<Unit> units = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            SynonymGroups.Found found = groups.at(stems, at);
            units.add(new Unit(words.subList(at, at + found.length()), found.synonyms()));
            at += found.length();
        }
        List<Unit> telling = units.stream().filter(unit -> unit.words().size() > 1 || !unit.synonyms().isEmpty()
                || !Words.saysNothing(unit.words().getFirst())).distinct().toList();
        return telling.isEmpty() ? units : telling;
    }
}
