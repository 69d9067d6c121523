package io.guidepost.checks;

import io.guidepost.content.Prose;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Every few words in a row of some texts, each as a hash: what texts are compared by. Sentences with figures are left out: the same sentence says
 * something else with the figures of each role.
 */
final class Runs {

    /** How many words a run has. */
    static final int LENGTH = 5;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] sorted;

    private Runs(long[] sorted) {
        this.sorted = sorted;
    }

    /** The runs within a text of these sentences. */
    static Runs in(List<Sentence> sentences) {
        return new Runs(hashes(sentences).sorted().distinct().toArray());
    }

    /** The runs within each of the texts; none spans two of them. */
    static Runs of(List<Prose> texts) {
        return new Runs(texts.stream().map(Sentences::of).flatMapToLong(Runs::hashes).sorted().distinct().toArray());
    }

    /** How many different runs there are. */
    int size() {
        return sorted.length;
    }

    /** Whether six in ten of these are among the others. */
    boolean areMostlyIn(Runs others) {
        int allowed = 4 * sorted.length / 10;
        for (long run : sorted) {
            if (Arrays.binarySearch(others.sorted, run) < 0 && --allowed < 0) {
                return false;
            }
        }
        return true;
    }

    private static LongStream hashes(List<Sentence> sentences) {
        var without = sentences.stream().filter(sentence -> sentence.tokens().isEmpty()).map(Sentence::text)
                .collect(Collectors.joining(" "));
        var words = WORD.matcher(without.toLowerCase(Locale.ENGLISH)).results()
                .mapToLong(word -> word.group().hashCode()).toArray();
        return LongStream.rangeClosed(LENGTH, words.length)
                .map(end -> run(words, (int) end));
    }

    private static long run(long[] words, int end) {
        long run = 0;
        for (int i = end - LENGTH; i < end; i++) {
            run = run * SPREAD + words[i];
        }
        return run;
    }
}
