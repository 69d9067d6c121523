package io.guidepost.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import org.bson.Document;

/** Inserts documents from several threads until it is killed, and prints the number of each once it is acknowledged. */
public final class Inserting {

    static final int THREADS = 4;

    private Inserting() {}

    /** Arguments: the folder of the store, the first number. */
    public static void main(String[] arguments) {
        int first = Integer.parseInt(arguments[1]);
        EmbeddedMongo mongo = EmbeddedMongo.start(Path.of(arguments[0]));
        MongoClient client = MongoClients.create(mongo.connectionString());
        MongoCollection<Document> guides = guides(client);
        for (int thread = 0; thread < THREADS; thread++) {
            int offset = thread;
            new Thread(() -> insert(guides, first + offset)).start();
        }
    }

    static MongoCollection<Document> guides(MongoClient client) {
        MongoCollection<Document> guides = client.getDatabase("test").getCollection("guides");
        guides.createIndex(Indexes.ascending("type", "slug"), new IndexOptions().unique(true));
        return guides;
    }

    static Document guide(int number) {
        return new Document("_id", "guide-" + number).append("type", "RoleGuide").append("slug", "slug-" + number)
                .append("text", "x".repeat(1000));
    }

    private static void insert(MongoCollection<Document> guides, int first) {
        for (int number = first;; number += THREADS) {
            guides.insertOne(guide(number));
            synchronized (System.out) {
                System.out.println("inserted " + number);
            }
        }
    }
}
