package io.guidepost.quiz.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

    private static List<BoundedLines.Line> lines(InputStream source, int longest) throws IOException {
        BoundedLines lines = new BoundedLines(source, longest);
        List<BoundedLines.Line> all = new ArrayList<>();
        for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        assertThat(lines.next()).as("after the end").isNull();
        return all;
    }

    private static List<BoundedLines.Line> lines(String text, int longest) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
    }

    @Test
    void lines_are_numbered_and_the_last_one_needs_no_end() throws IOException {
        assertThat(lines("é\n\nc", 10)).containsExactly(new BoundedLines.Line(1, "é", false),
                new BoundedLines.Line(2, "",
                        false),
                new BoundedLines.Line(3, "c", false));
        assertThat(lines("a\n", 10)).containsExactly(new BoundedLines.Line(1, "a", false));
        assertThat(lines("", 10)).isEmpty();
    }

    @Test
    void a_line_of_just_the_bound_is_whole_and_of_a_longer_one_the_beginning_is_held() throws IOException {
        assertThat(lines("abcd\nabcde\nab", 4)).containsExactly(new BoundedLines.Line(1, "abcd", false),
                new BoundedLines.Line(2, "abcd", true), new BoundedLines.Line(3, "ab", false));
    }

    @Test
    void lines_are_the_same_in_whatever_pieces_they_come() throws IOException {
        List<String> texts = IntStream.range(0, 400).mapToObj(i -> "x".repeat((i * 7919) % 1500)).toList();
        Random random = new Random(1);
        InputStream pieces = new FilterInputStream(new ByteArrayInputStream(String.join("\n", texts).getBytes(
                StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(3000)));
            }
        };

        assertThat(lines(pieces, 1000)).extracting(BoundedLines.Line::text, BoundedLines.Line::tooLong)
                .containsExactlyElementsOf(texts.stream().map(text -> tuple(text.substring(
                        0, Math.min(1000, text.length())), text.length() > 1000)).toList());
    }
}
