package io.guidepost.editorial;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedDocumentsTest extends DocumentsContract {

    @RegisterExtension
    private final EmbeddedMongo mongo = new EmbeddedMongo();

    @Override
    MongoDatabase database() {
        return mongo.database();
    }
}
