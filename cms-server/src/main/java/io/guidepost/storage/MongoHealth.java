package io.guidepost.storage;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the database answers: by a ping, which every MongoDB knows, also the embedded one. */
@Component("database")
class MongoHealth extends AbstractHealthIndicator {

    private static final Document PING = new Document("ping", 1);

    private final MongoDatabase database;

    MongoHealth(MongoDatabase database) {
        super("The database does not answer");
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        database.runCommand(PING);
        health.up();
    }
}
