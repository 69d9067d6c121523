package io.guidepost.editorial.comment;

import com.mongodb.client.MongoDatabase;
import io.guidepost.storage.TestMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedCommentsTest extends CommentsContract {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Override
    MongoDatabase database() {
        return mongo.database();
    }
}
