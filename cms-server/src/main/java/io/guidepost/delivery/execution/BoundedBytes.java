package io.guidepost.delivery.execution;

import java.io.ByteArrayOutputStream;
import java.util.function.Supplier;

/** Bytes in memory, up to a number of them. */
final class BoundedBytes extends ByteArrayOutputStream {

    private static final int USUAL_SIZE = 64 * 1024;

    private final long most;
    private final Supplier<RuntimeException> refusal;

    /**
     * No bytes yet.
     *
     * @param refusal thrown instead of taking more than the most
     */
    BoundedBytes(long most, Supplier<RuntimeException> refusal) {
        super(USUAL_SIZE);
        this.most = most;
        this.refusal = refusal;
    }

    @Override
    public synchronized void write(int single) {
        check(1);
        super.write(single);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        check(length);
        super.write(bytes, from, length);
    }

    private void check(int length) {
        if (count + (long) length > most) {
            throw refusal.get();
        }
    }
}
