package io.guidepost.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * A Mongo backend on an H2 store that answers a command only when everything the answer tells of is in the store's file.
 *
 * <p>
 * Commands that may write run one at a time; all others, and the commit, run beside each other but never beside a
 * writing one. So a commit holds whole commands only, and a killed server leaves no index entry without its document.
 * The answer is copied before the lock is released, since the backend hands out its live documents and changes them in
 * place: an answer encoded later could hold half of the next update.
 *
 * <p>
 * A read waits for the commit of the writes it may have seen. A refused write does so too: "there is one already" must
 * be true after a crash.
 *
 * <p>
 * In the file means handed to the operating system, which keeps it whatever becomes of this process. Forcing it to the
 * disk each time made a lone writer three to ten times slower where it was measured, so that is done once a second
 * instead, by {@link Housekeeping}: a power cut may take the last second.
 */
final class DurableBackend extends H2Backend {

    /** What never writes, in lower case. Anything else is taken for a write, which is always safe. */
    private static final Set<String> READS = Set.of("find", "getmore", "count", "distinct", "killcursors", "hello",
            "ismaster", "ping", "buildinfo", "serverstatus", "whatsmyuri", "connectionstatus", "getparameter",
            "listcollections", "listdatabases", "listindexes", "collstats", "dbstats", "validate", "endsessions",
            "getlasterror", "reseterror", "getlog", "hostinfo", "getcmdlineopts", "replsetgetstatus");

    private static final Set<String> WRITING_STAGES = Set.of("$out", "$merge");

    // Fair, so that the writers who waited for a commit all go before the next one and share it.
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final GroupCommit commits;
    private final Housekeeping housekeeping;

    DurableBackend(MVStore store) {
        super(store);
        commits = new GroupCommit(store, lock.readLock());
        housekeeping = new Housekeeping(store, lock.readLock());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        boolean writes = writes(message.getDocument());
        Lock access = writes ? lock.writeLock() : lock.readLock();
        long seen = 0;
        access.lock();
        try {
            seen = writes ? commits.noteWrite() : commits.lastWrite();
            return super.handleMessage(message).cloneDeeply();
        } finally {
            access.unlock();
            commits.await(seen);
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DocumentDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public void close() {
        housekeeping.close();
        super.close();
    }

    /** A command is a document whose first field is its name. */
    private static boolean writes(Document command) {
        String name = command.keySet().iterator().next().toLowerCase(Locale.ROOT);
        if (name.equals("aggregate")) {
            return command.get("pipeline") instanceof Collection<?> stages
                    && stages.stream().anyMatch(DurableBackend::isWritingStage);
        }
        return !READS.contains(name);
    }

    private static boolean isWritingStage(Object stage) {
        return stage instanceof Document document && document.keySet().stream().anyMatch(WRITING_STAGES::contains);
    }
}
