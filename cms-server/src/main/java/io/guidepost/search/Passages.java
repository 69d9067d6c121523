package io.guidepost.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes texts apart into what is shown of them at once: a sentence, or several short ones in a row. None goes on beyond the end of its paragraph. */
final class Passages {

    private static final int JOINED = 160;
    private static final Pattern LINES = Pattern.compile("\\R");
    /** White space before the next sentence does not make a point the end of one. */
    private static final Pattern ABBREVIATED = Pattern
            .compile(
                    "(?:^|.*[^\\p{L}.])(?:(?:\\p{Lu}\\.)++|(?i:e\\.g|i\\.e|vs|approx|dr|mr|mrs|ms|prof|no|st|inc|ltd|cf)\\.)\\s*+",
                    Pattern.DOTALL);

    private final List<String> found = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();

    private Passages() {}

    /** The passages of texts in which {@linkplain Gaps figures are marked}, in their order, without paragraphs and sentences that say nothing else. */
    static List<String> of(List<String> texts) {
        Passages passages = new Passages();
        texts.stream().flatMap(LINES::splitAsStream).map(String::strip).forEach(passages::paragraph);
        return passages.found;
    }

    private void paragraph(String paragraph) {
        if (Gaps.tellsSize(paragraph)) {
            return;
        }
        for (String sentence : sentences(Gaps.withoutSizes(paragraph))) {
            if (!Gaps.saysNothing(sentence)) {
                add(Gaps.close(sentence));
            }
        }
        end();
    }

    private void add(String sentence) {
        if (current.length() + 1 + sentence.length() > JOINED) {
            end();
        }
        if (!sentence.isEmpty()) {
            current.append(current.isEmpty() ? "" : " ").append(sentence);
        }
    }

    private void end() {
        if (!current.isEmpty()) {
            boolean endsInGap = current.toString().endsWith(Gaps.ELLIPSIS + ".");
            found.add(current.substring(0, endsInGap ? current.length() - 1 : current.length()));
            current.setLength(0);
        }
    }

    private static List<String> sentences(String paragraph) {
        List<String> sentences = new ArrayList<>();
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        ends.setText(Gaps.readable(paragraph));
        int from = 0;
        for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
            String sentence = paragraph.substring(from, to);
            if (to == paragraph.length() || !ABBREVIATED.matcher(sentence).matches()) {
                sentences.add(sentence);
                from = to;
            }
        }
        return sentences;
    }
}
