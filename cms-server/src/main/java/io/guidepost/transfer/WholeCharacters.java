package io.guidepost.transfer;

import java.io.Reader;

/**
 * Reads a text in pieces that never end within a character of two halves: the YAML scanner fails where one lies across the end of
 * its buffer.
 */
final class WholeCharacters extends Reader {

    private final String text;
    private int position;

    WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (position == text.length()) {
            return -1;
        }
        int end = Math.min(text.length(), position + length);
        if (end - position > 1 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        int count = end - position;
        text.getChars(position, end, buffer, offset);
        position = end;
        return count;
    }

    @Override
    public void close() {}
}
