package io.guidepost.delivery.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacedStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private long now;
    private int flushes;
    private boolean closed;
    private Duration pause = Duration.ZERO;
    private final PacedStream stream = new PacedStream(new OutputStream() {
        @Override
        public void write(int single) {
            taken.write(single);
        }

        @Override
        public void flush() {
            flushes++;
            now += pause.toNanos();
        }

        @Override
        public void close() {
            closed = true;
        }
    }, PATIENCE, () -> now);

    @Test
    void all_is_written_part_by_part() throws IOException {
        byte[] bytes = new byte[2 * PacedStream.PART + 1];
        bytes[PacedStream.PART] = 7;
        stream.write(bytes, 1, 2 * PacedStream.PART);
        stream.write(9);

        assertThat(taken.size()).isEqualTo(2 * PacedStream.PART + 1);
        assertThat(taken.toByteArray()[PacedStream.PART - 1]).isEqualTo((byte) 7);
        assertThat(taken.toByteArray()[2 * PacedStream.PART]).isEqualTo((byte) 9);
        assertThat(flushes).isEqualTo(3);
    }

    @Test
    void a_reader_who_takes_the_least_in_time_is_waited_for_however_long_it_all_takes() throws IOException {
        pause = PATIENCE.dividedBy(4);

        for (int i = 0; i < 10; i++) {
            stream.write(new byte[PacedStream.LEAST]);
        }
        stream.close();

        assertThat(taken.size()).isEqualTo(10 * PacedStream.LEAST);
        assertThat(closed).isTrue();
    }

    @Test
    void a_reader_who_takes_less_is_given_up() {
        pause = PATIENCE.dividedBy(4).plusMillis(1);

        assertThatThrownBy(() -> stream.write(new byte[10 * PacedStream.LEAST]))
                .isInstanceOf(SlowReaderException.class)
                .hasMessage("The reader has taken less than 65536 bytes in 30000 ms.");
        assertThatThrownBy(() -> stream.write(1)).isInstanceOf(SlowReaderException.class);
        assertThatCode(stream::close).doesNotThrowAnyException();

        assertThat(taken.size()).as("nothing after that").isEqualTo(PacedStream.LEAST);
        assertThat(closed).isFalse();
    }

    @Test
    void what_the_server_takes_to_read_content_is_not_the_readers_fault() throws IOException {
        for (int i = 0; i < 10; i++) {
            now += PATIENCE.toNanos();
            stream.write(1);
        }

        assertThat(taken.size()).isEqualTo(10);
    }
}
