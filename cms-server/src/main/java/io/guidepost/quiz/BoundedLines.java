package io.guidepost.quiz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of UTF-8 and never holds more of one than the bound, however long it is. */
final class BoundedLines {

    private final InputStream source;
    private final int longest;
    private int number;

    BoundedLines(InputStream source, int longest) {
        this.source = new BufferedInputStream(source);
        this.longest = longest;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int length = 0;
        int next = source.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (++length <= longest) {
                line.write(next);
            }
            next = source.read();
        }
        return new Line(++number, line.toString(StandardCharsets.UTF_8), length > longest);
    }

    /** A line without its end; of one that is too long, the beginning. */
    record Line(int number, String text, boolean tooLong) {}
}
