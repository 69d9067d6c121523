package io.guidepost.quiz.statistics;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import org.junit.jupiter.api.AfterEach;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The contract on the database that operators run; skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class ContainerSnapshotsTest extends SnapshotsContract {

    @Container
    private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0");

    private MongoClient client;

    @Override
    MongoDatabase database() {
        if (client == null) {
            client = MongoClients.create(MONGO.getConnectionString());
        }
        return client.getDatabase("guidepost");
    }

    @Override
    MongoClient observed(CommandListener listener) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(MONGO.getConnectionString())).addCommandListener(listener)
                .build());
    }

    @AfterEach
    void clear() {
        database().drop();
        client.close();
    }
}
