package io.guidepost.content;

import java.util.List;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units
 */
public record TextPlace(int line, int column) {

    /**
     * The place of something within a passage.
     *
     * @param lines where each line of the passage begins
     * @param passage its text
     * @param index what is looked for, as an index into it; its length: what follows it
     */
    static TextPlace within(List<TextPlace> lines, String passage, int index) {
        var before = passage.substring(0, index);
        int line = Math.min((int) before.chars().filter(c -> c == '\n').count(), lines.size() - 1);
        var begin = lines.get(line);
        return new TextPlace(begin.line(), begin.column() + index - (before.lastIndexOf('\n') + 1));
    }

    @Override
    public String toString() {
        return "Line " + line + ", column " + column;
    }
}
