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

    static Runs of(Prose text) {
        return of(List.of(text));
    }

    /** The runs within each of the texts; none spans two of them. */
    static Runs of(List<Prose> texts) {
        return new Runs(texts.stream().flatMapToLong(Runs::hashes).sorted().distinct().toArray());
    }

    /** How many different runs there are. */
    int size() {
        return sorted.length;
    }

    /** Whether six in ten of these are among the others. */
    boolean areMostlyIn(Runs others) {
        long shared = Arrays.stream(sorted).filter(run -> Arrays.binarySearch(others.sorted, run) >= 0).count();
        return 10 * shared >= 6L * sorted.length;
    }

    private static LongStream hashes(Prose text) {
        var without = Sentences.of(text).stream().filter(sentence -> sentence.tokens().isEmpty()).map(Sentence::text)
                .collect(Collectors.joining(" "));
        var words = WORD.matcher(without.toLowerCase(Locale.ENGLISH)).results()
                .mapToLong(word -> word.group().hashCode()).toArray();
        return LongStream.rangeClosed(LENGTH, words.length)
                .map(end -> Arrays.stream(words, (int) end - LENGTH, (int) end)
                        .reduce(0, (run, word) -> run * SPREAD + word));
    }
}
