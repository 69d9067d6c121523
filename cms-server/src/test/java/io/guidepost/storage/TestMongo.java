package io.guidepost.storage;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import io.guidepost.embedded.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** The embedded MongoDB as the server runs it, on an empty folder of each test's own, spoken to by the driver. */
public final class TestMongo implements BeforeEachCallback, AfterEachCallback, AutoCloseable {

    private Path folder;
    private EmbeddedMongo server;
    private MongoClient client;

    /** One that is started here and now, for whoever is not a test; to be closed. */
    public static TestMongo started() {
        TestMongo mongo = new TestMongo();
        mongo.start();
        return mongo;
    }

    /** The database that the server keeps everything in. */
    public MongoDatabase database() {
        return client.getDatabase("guidepost");
    }

    /** The driver that speaks to it, closed with it. */
    public MongoClient client() {
        return client;
    }

    /** A client of its own, to be closed, that tells of each command. */
    public MongoClient observed(CommandListener listener) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(connectionString())).addCommandListener(listener).build());
    }

    /** How a server is told of it. */
    public String connectionString() {
        return server.connectionString();
    }

    private void start() {
        try {
            folder = Files.createTempDirectory("guidepost-mongo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = EmbeddedMongo.start(folder);
        client = MongoClients.create(server.connectionString());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
