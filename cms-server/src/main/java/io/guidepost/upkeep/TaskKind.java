package io.guidepost.upkeep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a review task is about. */
public enum TaskKind {

    /** The link of a source that a document cites leads nowhere; the subject is the source's id. */
    BROKEN_LINK,
    /** Figures in what is live of a document have moved since somebody last saw to them; the subject is {@code figures}. */
    FIGURE_DRIFT;

    /** The kind as it is stored and written in JSON: {@code broken-link}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that word; empty: there is none. */
    static Optional<TaskKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(TaskKind::word).toList();
    }
}
