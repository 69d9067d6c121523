package io.guidepost.related;

import com.mongodb.client.MongoDatabase;
import io.guidepost.storage.TestMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedGuideVectorsTest extends GuideVectorsContract {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Override
    MongoDatabase database() {
        return mongo.database();
    }
}
