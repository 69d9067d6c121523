package io.guidepost.quiz.response;

import com.mongodb.client.MongoDatabase;
import io.guidepost.storage.TestMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedResponsesTest extends ResponsesContract {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Override
    MongoDatabase database() {
        return mongo.database();
    }
}
