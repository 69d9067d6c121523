package io.guidepost.embedded;

import de.bwaldvogel.mongo.MongoServer;
import io.guidepost.memory.MemoryLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB inside this process, for one data folder: it speaks the wire protocol on the loopback interface, and a write
 * it has acknowledged is in the file of its store and survives the death of this process, however it comes.
 *
 * <p>
 * It lacks multi-document transactions, change streams and partial indexes.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final MemoryLimit CACHE = MemoryLimit.valueOf("6%");
    private static final long MEGABYTE = 1 << 20;
    // A commit writes the whole page of each value it changes.
    private static final int PAGE_BYTES = 4096;
    // Longer than housekeeping takes to force the file: what a file after a power cut may need is not overwritten.
    private static final int RETENTION_MILLISECONDS = 3000;
    // A worker waits for the commit of its client's write; more of them share one commit.
    private static final int WORKERS = 32;

    private final MongoServer server;

    private EmbeddedMongo(MongoServer server) {
        this.server = server;
    }

    /**
     * Opens the store of a folder, or creates it, and listens on a free port.
     *
     * @param folder where the store is, made if it is not there; it must be no other server's
     * @return the running server
     * @throws UncheckedIOException if the folder cannot be made
     * @throws org.h2.mvstore.MVStoreException if the store is in use or cannot be read
     */
    public static EmbeddedMongo start(Path folder) {
        return start(folder, 0);
    }

    /** As {@link #start(Path)}, on a port of choice; 0 for a free one. */
    static EmbeddedMongo start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        }
        var server = new MongoServer(new DurableBackend(open(folder.resolve("store.mv"))));
        server.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port), 1, WORKERS);
        return new EmbeddedMongo(server);
    }

    private static MVStore open(Path file) {
        MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().autoCommitBufferSize(0)
                .cacheSize((int) (CACHE.bytes() / MEGABYTE)).pageSplitSize(PAGE_BYTES).open();
        store.setRetentionTime(RETENTION_MILLISECONDS);
        return store;
    }

    /** How the driver reaches it, without a database name. */
    public String connectionString() {
        return "mongodb://" + HOST + ":" + server.getLocalAddress().getPort() + "/";
    }

    /** Ends the connections and closes the store. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
