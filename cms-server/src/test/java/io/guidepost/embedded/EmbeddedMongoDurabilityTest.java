package io.guidepost.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoDurabilityTest {

    private static final int ROUNDS = 3;
    private static final int ROUND_NUMBERS = 100_000;

    private final Random random = new Random();
    private final Set<Integer> acknowledged = new HashSet<>();
    private final Set<Integer> wereThere = new HashSet<>();

    @TempDir
    private Path folder;

    @Test
    void a_killed_server_has_every_acknowledged_insert_and_no_half_of_another() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            insertUntilKilled(round * ROUND_NUMBERS);
            check();
        }
    }

    private void insertUntilKilled(int first) throws Exception {
        try (JavaProcess process = JavaProcess.run(Inserting.class, folder, first)) {
            int enough = 50 + random.nextInt(500);
            for (int count = 0; count < enough; count++) {
                acknowledged.add(Integer.valueOf(process.awaitLine("inserted ")));
            }
            for (String line : process.kill()) {
                acknowledged.add(Integer.valueOf(line.substring("inserted ".length())));
            }
        }
    }

    private void check() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoCollection<Document> guides = Inserting.guides(client);
            Set<Integer> there = new HashSet<>();
            for (Document guide : guides.find()) {
                int number = Integer.parseInt(guide.getString("_id").substring("guide-".length()));
                assertThat(guide).isEqualTo(Inserting.guide(number));
                there.add(number);
            }
            assertThat(there).containsAll(acknowledged).containsAll(wereThere);
            for (int number : there) {
                if (!wereThere.contains(number)) {
                    checkIndexed(guides, number);
                }
            }
            wereThere.addAll(there);
            insertWhatWasNotAcknowledged(guides);
        }
    }

    private static void checkIndexed(MongoCollection<Document> guides, int number) {
        Document guide = Inserting.guide(number);
        assertThat(guides.find(Filters.and(Filters.eq("type", "RoleGuide"), Filters.eq("slug", "slug-" + number)))
                .first()).isEqualTo(guide);
        assertThatThrownBy(() -> guides.insertOne(guide.append("_id", "another"))).isInstanceOf(
                MongoWriteException.class);
    }

    /** An index entry left without its document would refuse these. */
    private void insertWhatWasNotAcknowledged(MongoCollection<Document> guides) {
        int last = wereThere.stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (int number = last - 2 * Inserting.THREADS; number < last + 2 * Inserting.THREADS; number++) {
            if (!wereThere.contains(number)) {
                guides.insertOne(Inserting.guide(number));
                wereThere.add(number);
            }
        }
    }
}
