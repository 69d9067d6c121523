package io.guidepost.quiz;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Mongo server of each test's own, spoken to by the driver. */
final class EmbeddedMongo implements BeforeEachCallback, AfterEachCallback {

    private MongoServer server;
    private String address;
    private MongoClient client;

    MongoDatabase database() {
        return client.getDatabase("guidepost");
    }

    /** A client of its own, to be closed, that tells of each command. */
    MongoClient observed(CommandListener listener) {
        return MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(address))
                .addCommandListener(listener).build());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server = new MongoServer(H2Backend.inMemory());
        address = server.bindAndGetConnectionString();
        client = MongoClients.create(address);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        client.close();
        server.shutdownNow();
    }
}
