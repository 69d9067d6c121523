package io.guidepost.search;

import io.guidepost.search.Highlight.Part;
import java.util.ArrayList;
import java.util.List;

/** What the engine puts around the words that it found: characters that stand for nothing, which are left out of what is indexed. */
final class Marks {

    static final String BEGIN = "\uE000";
    static final String END = "\uE001";

    private Marks() {}

    /** A text with none of them. */
    static String without(String text) {
        return text.replace(BEGIN, "").replace(END, "");
    }

    /** The parts of a marked text. */
    static List<Part> parts(String marked) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < marked.length()) {
            boolean hit = marked.startsWith(BEGIN, from);
            int start = hit ? from + 1 : from;
            int end = marked.indexOf(hit ? END : BEGIN, start);
            int to = end < 0 ? marked.length() : end;
            if (to > start) {
                add(parts, new Part(marked.substring(start, to), hit));
            }
            from = hit ? to + 1 : to;
        }
        return parts;
    }

    /** Words found one after another with nothing but a space between are one part. */
    private static void add(List<Part> parts, Part next) {
        int size = parts.size();
        if (next.hit() && size > 1 && parts.get(size - 1).text().equals(" ") && parts.get(size - 2).hit()) {
            parts.removeLast();
            Part before = parts.removeLast();
            parts.add(new Part(before.text() + " " + next.text(), true));
        } else {
            parts.add(next);
        }
    }
}
