package io.guidepost.related;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts texts into paragraphs of the size that an embedding model takes in: short ones are joined, long ones are cut between sentences. */
final class Paragraphs {

    private static final int SHORT = 30;
    private static final int LONG = 500;

    private final List<String> found = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();

    private Paragraphs() {}

    /** The paragraphs of texts, in their order, nothing left out but blank lines. */
    static List<String> of(List<String> texts) {
        Paragraphs paragraphs = new Paragraphs();
        texts.stream().flatMap(String::lines).map(String::strip).forEach(paragraphs::add);
        paragraphs.end();
        return paragraphs.found;
    }

    private void add(String line) {
        if (line.length() <= LONG) {
            append(line);
        } else {
            BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
            sentences.setText(line);
            int from = sentences.first();
            for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
                if (current.length() + to - from > LONG) {
                    end();
                }
                append(line.substring(from, to).strip());
                from = to;
            }
            end();
            return;
        }
        if (current.length() >= SHORT) {
            end();
        }
    }

    private void append(String words) {
        if (!words.isEmpty()) {
            current.append(current.isEmpty() ? "" : " ").append(words);
        }
    }

    private void end() {
        if (!current.isEmpty()) {
            found.add(current.toString());
            current.setLength(0);
        }
    }
}
