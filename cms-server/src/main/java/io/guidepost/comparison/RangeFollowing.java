package io.guidepost.comparison;

import java.util.List;
import java.util.Optional;

/** Finds a part of a text again after the text was edited. */
final class RangeFollowing {

    private final String before;
    private final String after;
    private final List<WordRun> runs;

    RangeFollowing(String before, String after) {
        this.before = before;
        this.after = after;
        this.runs = before.equals(after)
                ? List.of(new WordRun(WordRun.Change.EQUAL, before))
                : new WordDiff(new Effort()).between(before, after);
    }

    /**
     * The part where it is now. It is where the words around it went; or else, being several words that each text has once, where these are.
     */
    Optional<TextRange> follow(TextRange range) {
        return between(range).or(() -> elsewhere(range.quote())).map(range::at);
    }

    /** Looks in the stretch of the text after that lies between the last words kept before the part and the first ones kept after it. */
    private Optional<Integer> between(TextRange range) {
        int old = 0;
        int now = 0;
        int from = 0;
        int to = after.length();
        for (WordRun run : runs) {
            int length = run.text().length();
            switch (run.change()) {
                case EQUAL -> {
                    if (old <= range.start() && range.end() <= old + length) {
                        return Optional.of(now + range.start() - old);
                    }
                    from = old <= range.start() ? now + Math.min(length, range.start() - old) : from;
                    if (old + length >= range.end() && to == after.length()) {
                        to = now + Math.max(0, range.end() - old);
                    }
                    old += length;
                    now += length;
                }
                case DELETED -> old += length;
                case INSERTED -> now += length;
            }
        }
        int start = from;
        return only(after.substring(start, Math.max(start, to)), range.quote()).map(place -> start + place);
    }

    private Optional<Integer> elsewhere(String quote) {
        boolean several = quote.strip().chars().anyMatch(Character::isWhitespace);
        return several && only(before, quote).isPresent() ? only(after, quote) : Optional.empty();
    }

    /** Where the quote is, if it is there once. */
    private static Optional<Integer> only(String text, String quote) {
        int first = text.indexOf(quote);
        return first >= 0 && text.indexOf(quote, first + 1) < 0 ? Optional.of(first) : Optional.empty();
    }
}
