package io.guidepost.delivery.chart;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks a text into lines: where the rules of Unicode allow it, within a word where that is too wide, never within a character. */
final class TextLines {

    private static final String CUT = "…";

    private final double widest;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private TextLines(double widest) {
        this.widest = widest;
    }

    /**
     * The lines of a text.
     *
     * @param widest how wide a line is at most, in ems
     * @param most how many lines there are at most; what is left over is cut off, and the last one says so
     */
    static List<String> of(String text, double widest, int most) {
        TextLines lines = new TextLines(widest);
        pieces(text, BreakIterator.getLineInstance(Locale.ROOT)).forEach(lines::add);
        lines.end();
        return lines.atMost(most);
    }

    private void add(String piece) {
        if (fits(piece)) {
            line.append(piece);
            return;
        }
        end();
        if (fits(piece)) {
            line.append(piece);
        } else {
            pieces(piece, BreakIterator.getCharacterInstance(Locale.ROOT)).forEach(this::addCharacter);
        }
    }

    /** A character of many parts can be as wide as a line. */
    private void addCharacter(String character) {
        if (GlyphWidths.of(character) > widest) {
            character.codePoints().mapToObj(Character::toString).forEach(this::addPart);
        } else {
            addPart(character);
        }
    }

    private void addPart(String part) {
        if (!fits(part)) {
            end();
        }
        line.append(part);
    }

    /** Whether a piece ends within the line, white space at its end aside. */
    private boolean fits(String piece) {
        return GlyphWidths.of((line + piece).stripTrailing()) <= widest;
    }

    private void end() {
        String ended = line.toString().strip();
        if (!ended.isEmpty()) {
            lines.add(ended);
        }
        line.setLength(0);
    }

    private List<String> atMost(int most) {
        if (lines.size() <= most) {
            return List.copyOf(lines);
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        List<String> characters = new ArrayList<>(pieces(kept.removeLast(), BreakIterator.getCharacterInstance(
                Locale.ROOT)));
        while (!characters.isEmpty() && GlyphWidths.of(String.join("", characters) + CUT) > widest) {
            String _ = characters.removeLast();
        }
        kept.add(String.join("", characters) + CUT);
        return List.copyOf(kept);
    }

    private static List<String> pieces(String text, BreakIterator boundaries) {
        boundaries.setText(text);
        List<String> pieces = new ArrayList<>();
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
