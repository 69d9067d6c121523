package io.guidepost.delivery.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What an export is written to: it gives up a reader that takes too little, so that others have its place. Each part is flushed before the
 * next is written, since the buffers in between would take much before anybody knows how slowly it is read. For one thread.
 */
final class PacedStream extends OutputStream {

    /** In bytes; a part may wait for the reader as long as the connection lets it. */
    static final int PART = 16 * 1024;
    /** In bytes; a reader has to take so many within the patience. */
    static final int LEAST = 4 * PART;

    private final OutputStream reader;
    private final Duration patience;
    private final LongSupplier nanos;
    private long waited;
    private int taken;

    /**
     * A stream to a reader who has taken nothing yet.
     *
     * @param patience how long may be waited for a reader to take {@link #LEAST} bytes
     * @param nanos the time in nanoseconds, as {@link System#nanoTime()} tells it
     */
    PacedStream(OutputStream reader, Duration patience, LongSupplier nanos) {
        this.reader = reader;
        this.patience = patience;
        this.nanos = nanos;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[]{(byte) single}, 0, 1);
    }

    /**
     * Writes bytes, a part at a time.
     *
     * @throws SlowReaderException if the reader has taken too little for too long
     */
    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; done += PART) {
            part(bytes, from + done, Math.min(PART, length - done));
        }
    }

    private void part(byte[] bytes, int from, int length) throws IOException {
        check();
        long start = nanos.getAsLong();
        reader.write(bytes, from, length);
        reader.flush();
        waited += nanos.getAsLong() - start;
        check();
        taken += length;
        if (taken >= LEAST) {
            taken = 0;
            waited = 0;
        }
    }

    private void check() throws SlowReaderException {
        if (isGivenUp()) {
            throw new SlowReaderException(patience);
        }
    }

    private boolean isGivenUp() {
        return waited > patience.toNanos();
    }

    /** Waits for nobody who was given up: the server closes what is left open. */
    @Override
    public void close() throws IOException {
        if (!isGivenUp()) {
            reader.close();
        }
    }
}
