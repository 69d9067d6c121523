package io.guidepost.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.BsonRegularExpression;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {

    @TempDir
    private Path folder;

    private void onServer(Consumer<MongoCollection<Document>> use) {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            use.accept(client.getDatabase("test").getCollection("things"));
        }
    }

    @Test
    void every_type_of_value_is_the_same_after_reopening() {
        Document thing = new Document("_id", new ObjectId()).append("text", "Grüße 職業").append("int", 1).append(
                "long", 1L << 40).append("double", 0.1).append("decimal", Decimal128.parse("1.10")).append("yes",
                        true)
                .append("none", null).append("at", Date.from(Instant.parse("2026-01-02T03:04:05.678Z")))
                .append("bytes", new Binary(new byte[]{1, 0, -1})).append("pattern", new BsonRegularExpression(
                        "a.*", "i"))
                .append("nested", new Document("b", 1).append("a", List.of(new Document("x",
                        List.of()))))
                .append("list", Arrays.asList("a", 2, null, List.of(3L)));
        onServer(things -> things.insertOne(thing));

        onServer(things -> assertThat(things.find().first()).isEqualTo(thing));
    }

    @Test
    void an_index_finds_what_reading_the_whole_collection_finds() {
        onServer(things -> {
            var random = new Random(7);
            Date late = Date.from(Instant.ofEpochSecond(30));
            List<@Nullable Object> mixed = Arrays.asList("", "a", "b", "c", 1, 2.5, 3L, true, null, late, new Date(0),
                    new Date(-5_000));
            Supplier<@Nullable Object> any = () -> mixed.get(random.nextInt(mixed.size()));
            IntFunction<Document> thing = i -> new Document("_id", (i % 3 == 0 ? "a" : "b") + i)
                    .append("tags", IntStream.range(0, random.nextInt(3)).mapToObj(tag -> "t" + random.nextInt(4))
                            .toList())
                    .append("at", random.nextInt(5) == 0 ? null : Date.from(Instant.ofEpochSecond(random.nextInt(50))))
                    .append("mixed", random.nextBoolean()
                            ? any.get()
                            : Arrays.asList(any.get(), any.get()))
                    .append("parts", List.of(new Document("a", random.nextInt(2)).append("b", random.nextInt(2)),
                            new Document("a", random.nextInt(2)).append("b", random.nextInt(3))))
                    .append("state", new Document("name", "s" + random.nextInt(3)).append("n", random.nextInt(3)))
                    .append("n", random.nextBoolean() ? random.nextInt(4) : (Object) (double) random.nextInt(4));
            things.insertMany(IntStream.range(0, 100).mapToObj(thing).toList());
            List<Bson> queries = List.of(Filters.eq("tags", "t1"), Filters.in("tags", "t1", "t2", "t9"),
                    Filters.eq("tags", List.of("t1")), Filters.eq("tags", null), Filters.size("tags", 0),
                    Filters.and(Filters.eq("tags", "t2"), Filters.gte("at", Date.from(Instant.ofEpochSecond(20)))),
                    Filters.and(Filters.in("tags", "t1", "t2"), Filters.gt("at", Date.from(Instant.ofEpochSecond(9))),
                            Filters.lt("at", Date.from(Instant.ofEpochSecond(30)))),
                    Filters.lt("at", Date.from(Instant.ofEpochSecond(20))), Filters.lte("tags", "t1"),
                    Filters.and(Filters.gte("tags", "t2"), Filters.lte("tags", "t1")),
                    Filters.and(Filters.eq("tags", "t2"), Filters.lte("at", Date.from(Instant.ofEpochSecond(20)))),
                    Filters.and(Filters.in("tags", "t1", "t2"), Filters.lt("at", late)), Filters.lt("mixed", "c"),
                    Filters.lte("mixed", ""), Filters.lt("mixed", late), Filters.lte("mixed", new Date(0)),
                    Filters.lt("mixed", 3), Filters.and(Filters.gt("mixed", "a"), Filters.lt("mixed", "c")),
                    Filters.lte("state.name", "s1"),
                    Filters.eq("state.name", "s1"), Filters.eq("state", new Document("name", "s1").append("n", 1)),
                    Filters.and(Filters.eq("state.name", "s1"), Filters.eq("state.n", 2.0)), Filters.eq("n", 2),
                    Filters.in("n", 1.0, 3L), Filters.gt("n", 1), Filters.ne("n", 2), Filters.gt("_id", "b2"),
                    Filters.and(Filters.eq("n", 1), Filters.in("_id", "a3", "b4", "none")),
                    Filters.or(Filters.eq("n", 1), Filters.eq("tags", "t1")),
                    Filters.and(Filters.in("tags", List.of()), Filters.eq("n", 1)), Filters.eq("none", 1),
                    Filters.and(Filters.gt("_id", "a3"), Filters.gt("_id", "b1"), Filters.lt("_id", "b9"), Filters.lt(
                            "_id", "b7")),
                    Filters.and(Filters.eq("parts.a", 1), Filters.eq("parts.b", 2)));
            Supplier<List<List<Document>>> answers = () -> queries.stream()
                    .map(query -> (List<Document>) things.find(query).into(new ArrayList<>())).toList();
            List<Runnable> changes = List.of(() -> {}, () -> {
                things.updateMany(Filters.eq("n", 1), Updates.combine(Updates.push("tags", "t3"), Updates.set("n", 3)));
                things.updateMany(Filters.eq("state.name", "s2"), Updates.unset("at"));
                things.deleteMany(Filters.eq("tags", "t2"));
                things.replaceOne(Filters.eq("a33"), new Document("tags", "t1"), new ReplaceOptions().upsert(true));
            }, () -> things.insertMany(IntStream.range(200, 260).mapToObj(thing).toList()));
            for (Runnable change : changes) {
                List<Bson> indexes = List.of(Indexes.ascending("tags", "at"), Indexes.ascending("at"),
                        Indexes.ascending("n"), Indexes.ascending("mixed"),
                        Indexes.descending("state.name", "state.n"), Indexes.ascending("none"),
                        Indexes.ascending("state"), Indexes.ascending("parts.a", "parts.b"),
                        Indexes.ascending("n", "tags"));
                indexes.forEach(things::createIndex);
                change.run();
                List<List<Document>> indexed = answers.get();
                things.dropIndexes();
                assertThat(indexed).isEqualTo(answers.get());
                assertThat(indexed).isEqualTo(queries.stream().map(query -> things.find(Filters.nor(Filters.nor(query)))
                        .into(new ArrayList<>())).toList());
                assertThat(indexed).filteredOn(List::isEmpty).hasSizeLessThan(queries.size() / 2);
                indexes.forEach(things::createIndex);
                assertThat(answers.get()).isEqualTo(indexed);
            }
        });
    }

    @Test
    void an_index_that_could_not_be_built_is_built_when_it_can_be() {
        onServer(things -> {
            things.insertOne(new Document("_id", 1).append("a", List.of(1)).append("b", List.of(2)).append("c", "x"));
            things.insertOne(new Document("_id", 2).append("a", 3).append("c", "x"));
            Bson lists = Indexes.ascending("a", "b");
            Bson same = Indexes.ascending("c");
            assertThatThrownBy(() -> things.createIndex(lists)).isInstanceOf(MongoServerException.class);
            assertThatThrownBy(() -> things.createIndex(same, new IndexOptions().unique(true))).isInstanceOf(
                    MongoServerException.class);

            things.updateOne(Filters.eq(1), Updates.combine(Updates.set("b", 2), Updates.set("c", "y")));
            things.createIndex(lists);
            things.createIndex(same, new IndexOptions().unique(true));
            assertThat(things.find(Filters.and(Filters.eq("a", 1), Filters.eq("b", 2)))).hasSize(1);
            assertThat(things.find(Filters.eq("c", "x"))).hasSize(1);
            assertThat(things.find(Filters.eq("c", "y"))).hasSize(1);
        });
    }

    @Test
    void an_index_is_read_instead_of_the_collection() {
        onServer(things -> {
            Date early = Date.from(Instant.ofEpochSecond(10));
            things.insertMany(List.of(new Document("_id", "a").append("slug", "x").append("at", early), new Document(
                    "_id", "b").append("slug", "x").append("at", early), new Document("_id", "c")));
            things.createIndex(Indexes.ascending("slug"));
            things.createIndex(Indexes.ascending("at"));
        });
        var type = new StoredValueType();
        try (MVStore store = new MVStore.Builder().fileName(folder.resolve("store.mv").toString()).open()) {
            store.openMap("test.things._index_slug_1",
                    new MVMap.Builder<Object, Object>().keyType(type).valueType(type))
                    .remove(new KeyValue("x", "a"));
            store.openMap("test.things._index_at_1",
                    new MVMap.Builder<Object, Object>().keyType(type).valueType(type))
                    .remove(new KeyValue(Instant.ofEpochSecond(10), "a"));
        }

        onServer(things -> {
            Date late = Date.from(Instant.ofEpochSecond(20));
            for (Bson query : List.of(Filters.eq("slug", "x"), Filters.lte("slug", "y"), Filters.lt("at", late), Filters
                    .and(Filters.gt("at", new Date(0)), Filters.lt("at", late)))) {
                assertThat(things.find(query)).extracting(thing -> thing.get("_id")).as(query.toString())
                        .containsExactly("b");
            }
        });
    }

    @Test
    void pages_in_the_order_of_ids_are_those_of_the_sorted_collection() {
        List<List<Object>> idsOfCollections = List.of(List.of(5, 1, 100, 20, 3), List.of("b", "a10", "a9", "c", ""),
                List.of(5L, 1L << 40, 7L), List.of(1, 2.5, "a", 3L, new ObjectId(), 2), List.of());
        AtomicInteger found = new AtomicInteger();
        onServer(things -> idsOfCollections.forEach(ids -> {
            things.deleteMany(new Document());
            ids.forEach(id -> things.insertOne(new Document("_id", id).append("even", ids.indexOf(id) % 2 == 0)));
            things.createIndex(Indexes.ascending("even"));
            List<Bson> bounds = List.of(new Document(), Filters.gt("_id", 1), Filters.gte("_id", 2), Filters.lt("_id",
                    20), Filters.and(Filters.gt("_id", "a"), Filters.lte("_id", "b")),
                    Filters.and(Filters.gte("_id",
                            3L), Filters.eq("even", true)),
                    Filters.eq("_id", 5.0), Filters.in("_id", 1, "c", 2.5),
                    Filters.and(Filters.eq("_id", 3), Filters.eq("even", true)), Filters.eq("even", false));
            for (Bson bound : bounds) {
                // No index knows anything of what is denied twice, nor of a sort by something else first.
                Bson plain = Filters.nor(Filters.nor(bound));
                List<Document> up = things.find(plain).sort(Sorts.ascending("none", "_id")).into(new ArrayList<>());
                List<Document> down = things.find(plain).sort(Sorts.orderBy(Sorts.ascending("none"), Sorts.descending(
                        "_id"))).into(new ArrayList<>());
                found.addAndGet(up.size());
                for (int limit : List.of(1, 2, 100)) {
                    for (int skip : List.of(0, 1)) {
                        assertThat(things.find(bound).sort(Sorts.ascending("_id")).skip(skip).limit(limit))
                                .containsExactlyElementsOf(up.stream().skip(skip).limit(limit).toList());
                        assertThat(things.find(bound).sort(Sorts.descending("_id")).skip(skip).limit(limit))
                                .containsExactlyElementsOf(down.stream().skip(skip).limit(limit).toList());
                    }
                }
            }
        }));
        assertThat(found).hasValueGreaterThan(60);
    }

    @Test
    void a_sparse_index_that_nothing_is_in_stays_unique_after_reopening() {
        onServer(things -> {
            things.createIndex(Indexes.ascending("plan"), new IndexOptions().unique(true).sparse(true));
            things.insertOne(new Document("_id", 1));
        });

        onServer(things -> {
            things.insertOne(new Document("_id", 2).append("plan", "a"));
            assertThatThrownBy(() -> things.insertOne(new Document("_id", 3).append("plan", "a"))).isInstanceOf(
                    MongoWriteException.class);
        });
    }

    @Test
    void documents_and_numbers_serve_as_ids_and_unique_values_after_reopening() {
        List<Object> ids = List.of("a", 7, 7.5, true, new Document("document", "a").append("version", 3), new Document(
                "document", "a").append("version", 4), new ObjectId(), new Date(0));
        onServer(things -> {
            things.createIndex(Indexes.ascending("value"), new IndexOptions().unique(true));
            ids.forEach(id -> things.insertOne(new Document("_id", id).append("value", id)));
        });

        onServer(things -> {
            for (Object id : ids) {
                assertThat(things.find(Filters.eq(id)).first()).isEqualTo(new Document("_id", id).append("value", id));
                assertThatThrownBy(() -> things.insertOne(new Document("value", id))).isInstanceOf(
                        MongoWriteException.class).hasMessageContaining("E11000");
            }
        });
    }

    @Test
    void deleted_values_can_be_used_again_after_reopening() {
        onServer(things -> {
            things.createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true));
            things.insertOne(new Document("_id", 1).append("slug", "a"));
            things.deleteOne(Filters.eq(1));
        });

        onServer(things -> {
            things.insertOne(new Document("_id", 2).append("slug", "a"));
            assertThat(things.countDocuments()).isEqualTo(1);
        });
    }

    @Test
    void a_document_is_found_by_its_id_and_further_conditions_only_if_all_hold() {
        onServer(things -> {
            things.insertMany(
                    List.of(new Document("_id", "a").append("n", 1), new Document("_id", "b").append("n", 2)));

            assertThat(things.find(Filters.and(Filters.eq("_id", "a"), Filters.eq("n", 1)))).hasSize(1);
            assertThat(things.find(new Document("_id", "a").append("n", 1))).hasSize(1);
            assertThat(things.find(Filters.and(Filters.eq("_id", "a"), Filters.eq("n", 2)))).isEmpty();
            assertThat(things.find(Filters.and(Filters.eq("_id", "a"), Filters.eq("_id", "b")))).isEmpty();
            assertThat(things.find(Filters.and(Filters.eq("_id", "c"), Filters.eq("n", 2)))).isEmpty();
            assertThat(things.find(Filters.or(Filters.eq("_id", "a"), Filters.eq("n", 2)))).hasSize(2);
            assertThat(things.find(Filters.and(Filters.in("_id", "b", "a", "b", "c"), Filters.ne("n", 2)))).hasSize(1);
            assertThat(things.find(Filters.and(Filters.in("_id", "a", "b"), Filters.gt("n", 0)))).hasSize(2);
            assertThat(things.updateOne(Filters.and(Filters.eq("_id", "a"), Filters.eq("n", 1)),
                    Updates.set("n", 3)).getModifiedCount()).isEqualTo(1);
            assertThat(things.find(Filters.eq("_id", "a")).first()).containsEntry("n", 3);
        });
    }

    @Test
    void a_sparse_unique_index_lets_one_have_each_value_and_any_number_have_none_also_after_reopening() {
        IndexOptions sparse = new IndexOptions().unique(true).sparse(true);
        onServer(things -> {
            things.createIndex(Indexes.ascending("plan"), sparse);
            things.insertMany(List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3).append(
                    "plan", "a")));
        });

        onServer(things -> {
            things.createIndex(Indexes.ascending("plan"), sparse);
            things.insertOne(new Document("_id", 4));
            assertThatThrownBy(() -> things.insertOne(new Document("_id", 5).append("plan", "a"))).isInstanceOf(
                    MongoWriteException.class);
            assertThat(things.countDocuments()).isEqualTo(4);
            assertThat(things.find(Filters.eq("plan", "a")).first()).containsEntry("_id", 3);
        });
    }

    @Test
    void what_an_aggregation_merges_into_a_collection_is_there_after_reopening() {
        onServer(things -> {
            things.insertMany(List.of(new Document("role", "a"), new Document("role", "a"), new Document("role",
                    "b")));
            things.aggregate(List.of(Aggregates.group("$role", Accumulators.sum("n", 1)), Aggregates.merge("roles")))
                    .toCollection();
        });

        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            assertThat(client.getDatabase("test").getCollection("roles").find().sort(Sorts.ascending("_id")).into(
                    new ArrayList<>())).containsExactly(new Document("_id", "a").append("n", 2),
                            new Document("_id",
                                    "b").append("n", 1));
        }
    }

    @Test
    void a_dropped_collection_is_gone_after_reopening() {
        onServer(things -> {
            things.insertOne(new Document());
            things.drop();
        });

        onServer(things -> assertThat(things.countDocuments()).isZero());
    }

    @Test
    void many_writers_compare_and_set_exactly() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.connectionString());
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            things.insertOne(new Document("_id", 1).append("n", 0));

            List<Future<Integer>> done = IntStream.range(0, 8).mapToObj(writer -> threads.submit(() -> raise(things,
                    50))).toList();

            for (Future<Integer> writer : done) {
                assertThat(writer.get()).isEqualTo(50);
            }
            assertThat(things.find().first()).containsEntry("n", 8 * 50);
        }
    }

    private static int raise(MongoCollection<Document> things, int times) {
        int raised = 0;
        while (raised < times) {
            int n = things.find().first().getInteger("n");
            if (things.updateOne(Filters.and(Filters.eq(1), Filters.eq("n", n)), Updates.set("n", n + 1))
                    .getModifiedCount() == 1) {
                raised++;
            }
        }
        return raised;
    }

    // An answer torn while it is encoded may never arrive.
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test
    void a_reader_sees_an_update_whole_or_not_at_all() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.connectionString());
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            things.insertOne(fields(0).append("_id", 1));
            AtomicBoolean reading = new AtomicBoolean(true);
            Future<?> writer = threads.submit(() -> {
                for (int i = 1; reading.get(); i++) {
                    things.findOneAndUpdate(Filters.eq(1), new Document("$set", fields(i)),
                            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
                }
            });

            for (int i = 0; i < 1500; i++) {
                Document thing = things.find().first();
                assertThat(thing.getInteger("field39")).isEqualTo(thing.getInteger("field0"));
            }
            reading.set(false);
            writer.get();
        }
    }

    private static Document fields(int value) {
        Document fields = new Document();
        for (int i = 0; i < 40; i++) {
            fields.append("field" + i, value);
        }
        return fields;
    }
}
