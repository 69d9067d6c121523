package io.guidepost.notifications;

import com.mongodb.client.MongoDatabase;
import io.guidepost.storage.TestMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedNotificationsTest extends NotificationsContract {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Override
    MongoDatabase database() {
        return mongo.database();
    }
}
