package io.guidepost.checks;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the checks know of the language. */
final class English {

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’]\\p{L}+)?");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    private static final int STEM = 6;

    /** Words that say nothing about what a figure is about. */
    private static final Set<String> EMPTY = Set.of("""
            a an the of to in on for and or but with by from at as is are was were be been being it its they them their
            this that these those there here our your you we us i who whom whose which what when where why how people
            person persons respondents respondent quiz takers taker say says said data group percent cent per even if so
            also about than have has had would can could will may might his her not no do does did one two three some
            all any each every among only just over under up out into more-than year years month months week weeks user
            users answers answer responses response call calls name names put puts""".split("\\s+"));

    /** Words that single out a group, so that its figures are others than everybody's. */
    private static final Set<String> GROUPS = Set.of("student", "freela", "gradua", "employ", "parent", "women",
            "woman",
            "men", "beginn", "senior", "junior", "change", "seeker", "mid", "entry");

    private English() {}

    /** The stems of the words that carry meaning. */
    static Set<String> stems(String text) {
        var stems = new LinkedHashSet<String>();
        var word = WORD.matcher(text.toLowerCase(Locale.ENGLISH));
        while (word.find()) {
            if (!EMPTY.contains(word.group())) {
                stems.add(stem(word.group()));
            }
        }
        return stems;
    }

    /** A rough stem, the same for a word's forms: start, starts, starting. */
    static String stem(String word) {
        var stem = word.toLowerCase(Locale.ENGLISH).replaceFirst("['’].*$", "");
        if (stem.length() > 4) {
            stem = stem.replaceFirst("(?:ies|ied|ily)$", "y").replaceFirst("(?:ing|ed|ly|es|s)$", "");
        }
        if (stem.length() > 3 && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (stem.length() > 3 && stem.endsWith("e")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem.substring(0, Math.min(STEM, stem.length()));
    }

    static Set<String> groups(Set<String> stems) {
        return stems.stream().filter(GROUPS::contains).collect(Collectors.toSet());
    }

    static Set<String> years(String text) {
        return YEAR.matcher(text).results().map(year -> year.group()).collect(Collectors.toSet());
    }

    /** Whether what two figures are about is most likely the same. */
    static boolean alike(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        return shared >= 2 && 2 * shared >= Math.min(one.size(), other.size());
    }

    static boolean apart(Set<String> one, Set<String> other) {
        return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains);
    }
}
