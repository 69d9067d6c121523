package io.guidepost.comparison;

import com.github.difflib.algorithm.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the words that were deleted from and inserted into a text. */
final class WordDiff {

    private final Effort effort;

    WordDiff(Effort effort) {
        this.effort = effort;
    }

    /** Both texts in one; where they are too far apart, line by line or as a whole. */
    List<WordRun> between(String before, String after) {
        Runs runs = new Runs();
        if (!words(before, after, runs)) {
            lines(before, after, runs);
        }
        List<WordRun> found = runs.end();
        return littleInCommon(found, Math.min(before.length(), after.length())) ? replaced(before, after) : found;
    }

    private boolean words(String before, String after, Runs runs) {
        List<String> old = Tokens.of(before);
        List<String> now = Tokens.of(after);
        Optional<List<Change>> changes = effort.changes(old, now);
        int at = 0;
        for (Change change : changes.orElse(List.of())) {
            runs.equal(joined(old, at, change.startOriginal));
            runs.replaced(joined(old, change.startOriginal, change.endOriginal),
                    joined(now, change.startRevised, change.endRevised));
            at = change.endOriginal;
        }
        if (changes.isPresent()) {
            runs.equal(joined(old, at, old.size()));
        }
        return changes.isPresent();
    }

    private void lines(String before, String after, Runs runs) {
        List<String> old = Tokens.lines(before);
        List<String> now = Tokens.lines(after);
        Optional<List<Change>> changes = effort.changes(old, now);
        if (changes.isEmpty()) {
            runs.replaced(before, after);
            return;
        }
        int at = 0;
        for (Change change : changes.get()) {
            runs.equal(joined(old, at, change.startOriginal));
            String deleted = joined(old, change.startOriginal, change.endOriginal);
            String inserted = joined(now, change.startRevised, change.endRevised);
            if (!words(deleted, inserted, runs)) {
                runs.replaced(deleted, inserted);
            }
            at = change.endOriginal;
        }
        runs.equal(joined(old, at, old.size()));
    }

    private static String joined(List<String> tokens, int from, int to) {
        return String.join("", tokens.subList(from, to));
    }

    /** A few words that two texts share by chance make a difference unreadable. */
    private static boolean littleInCommon(List<WordRun> runs, int shorter) {
        int equal = runs.stream().filter(run -> run.change() == WordRun.Change.EQUAL)
                .mapToInt(run -> run.text().length()).sum();
        return equal * 4L < shorter;
    }

    private static List<WordRun> replaced(String before, String after) {
        Runs runs = new Runs();
        runs.replaced(before, after);
        return runs.end();
    }

    /** Collects runs, neighbours joined: between two equal ones at most one deleted and one inserted, in this order. */
    private static final class Runs {

        private final List<WordRun> runs = new ArrayList<>();
        private final StringBuilder equal = new StringBuilder();
        private final StringBuilder deleted = new StringBuilder();
        private final StringBuilder inserted = new StringBuilder();

        void equal(String text) {
            equal.append(text);
        }

        void replaced(String before, String after) {
            if (before.isEmpty() && after.isEmpty()) {
                return;
            }
            if (!deleted.isEmpty() && !inserted.isEmpty() && equal.toString().isBlank()) {
                deleted.append(equal);
                inserted.append(equal);
            } else if (!equal.isEmpty()) {
                flush();
                runs.add(new WordRun(WordRun.Change.EQUAL, equal.toString()));
            }
            equal.setLength(0);
            deleted.append(before);
            inserted.append(after);
        }

        List<WordRun> end() {
            flush();
            if (!equal.isEmpty()) {
                runs.add(new WordRun(WordRun.Change.EQUAL, equal.toString()));
            }
            return runs;
        }

        private void flush() {
            if (!deleted.isEmpty()) {
                runs.add(new WordRun(WordRun.Change.DELETED, deleted.toString()));
            }
            if (!inserted.isEmpty()) {
                runs.add(new WordRun(WordRun.Change.INSERTED, inserted.toString()));
            }
            deleted.setLength(0);
            inserted.setLength(0);
        }
    }
}
