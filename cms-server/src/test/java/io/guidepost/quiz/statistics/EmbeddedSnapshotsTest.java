package io.guidepost.quiz.statistics;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import io.guidepost.storage.TestMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedSnapshotsTest extends SnapshotsContract {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Override
    MongoDatabase database() {
        return mongo.database();
    }

    @Override
    MongoClient observed(CommandListener listener) {
        return mongo.observed(listener);
    }
}
