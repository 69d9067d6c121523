package io.guidepost.quiz.statistics;

import com.mongodb.client.MongoDatabase;
import io.guidepost.storage.TestMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedCountingPropertyTest extends CountingPropertyContract {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Override
    MongoDatabase database() {
        return mongo.database();
    }
}
