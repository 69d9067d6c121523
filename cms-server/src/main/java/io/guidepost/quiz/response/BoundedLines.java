package io.guidepost.quiz.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of UTF-8 and never holds more of one than the bound, however long it is. */
final class BoundedLines {

    private static final int BUFFER = 64 * 1024;

    private final InputStream source;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private int number;

    BoundedLines(InputStream source, int longest) {
        this.source = source;
        this.longest = longest;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        line.reset();
        boolean tooLong = false;
        boolean begun = false;
        while (from < to || fill()) {
            begun = true;
            int end = endOfLine();
            int room = longest - line.size();
            line.write(buffer, from, Math.min(end - from, room));
            tooLong |= end - from > room;
            boolean ends = end < to;
            from = ends ? end + 1 : end;
            if (ends) {
                break;
            }
        }
        return begun ? new Line(++number, line.toString(StandardCharsets.UTF_8), tooLong) : null;
    }

    /** Reads on; false: there is nothing more. */
    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, source.read(buffer));
        return to > 0;
    }

    /** Where in the buffer the line ends, or what was read of it. */
    private int endOfLine() {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    /** A line without its end; of one that is too long, the beginning. */
    record Line(int number, String text, boolean tooLong) {}
}
