package io.guidepost.quiz.response;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The contract on the database that operators run; skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class ContainerResponsesTest extends ResponsesContract {

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

    @AfterEach
    void clear() {
        database().drop();
        client.close();
    }
}
