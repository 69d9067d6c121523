package io.guidepost.upkeep.drift;

import io.guidepost.content.Figure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A figure that has moved.
 *
 * @param before what it was
 * @param now what it is
 * @param lead whether the answer that it is about has become the most frequent one, or has ceased to be
 * @param pointers the texts that it stands in, as JSON pointers
 */
record Movement(Figure before, Figure now, Lead lead, List<String> pointers) {

    private static final int MOST_POINTERS = 5;

    Movement {
        pointers = List.copyOf(pointers);
    }

    /** Whether words have changed that a sentence may have been built around. */
    boolean isOfWords() {
        return lead != Lead.KEPT || (isOfWords(before) && isOfWords(now));
    }

    private static boolean isOfWords(Figure figure) {
        return !figure.suppressed() && figure.value() == null && figure.interval() == null;
    }

    /** The figure, what it was and is, and where: for people. */
    String text() {
        return "{{%s}} from %s to %s%s (%s)".formatted(now.token(), shown(before), shown(now), lead.words(), where());
    }

    private String where() {
        String first = pointers.stream().limit(MOST_POINTERS).collect(Collectors.joining(", "));
        int more = pointers.size() - MOST_POINTERS;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static String shown(Figure figure) {
        return figure.suppressed() || figure.value() == null ? "“" + figure.text() + "”" : figure.text();
    }
}
