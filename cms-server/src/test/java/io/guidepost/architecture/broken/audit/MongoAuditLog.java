package io.guidepost.architecture.broken.audit;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

class MongoAuditLog {

    void cut(MongoCollection<Document> entries) {
        entries.deleteMany(new Document());
    }
}
