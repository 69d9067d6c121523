package io.guidepost.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/**
 * Commits the store for many writers at once: whoever comes first commits what everybody has written by then, those who
 * come meanwhile find their write committed already.
 */
final class GroupCommit {

    private final MVStore store;
    private final Lock noWriter;
    private final Lock committing = new ReentrantLock();
    private final AtomicLong written = new AtomicLong();
    private volatile long committed;

    /**
     * @param store a store that does not commit by itself
     * @param noWriter a lock that no writer is inside of while it is held
     */
    GroupCommit(MVStore store, Lock noWriter) {
        this.store = store;
        this.noWriter = noWriter;
    }

    /** Notes a write, by one who keeps {@code noWriter} from being taken. */
    long noteWrite() {
        return written.incrementAndGet();
    }

    /** The last write that a reader may have seen. */
    long lastWrite() {
        return written.get();
    }

    /**
     * Returns once the write is in the store's file.
     *
     * @param write the number of the write
     * @throws org.h2.mvstore.MVStoreException if it cannot be written; the store is then closed
     */
    void await(long write) {
        if (committed >= write) {
            return;
        }
        committing.lock();
        try {
            if (committed < write) {
                committed = commit();
            }
        } finally {
            committing.unlock();
        }
    }

    private long commit() {
        noWriter.lock();
        try {
            long last = written.get();
            store.commit();
            return last;
        } finally {
            noWriter.unlock();
        }
    }
}
