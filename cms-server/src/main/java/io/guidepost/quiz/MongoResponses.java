package io.guidepost.quiz;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Collection {@code responses}: {@code {_id: <response id>, at, country, background, roles: [key], answers: {<question>:
 * [<answer>]}, quiz: <version>}}.
 */
@Component
class MongoResponses implements Responses {

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoCollection<Document> collection;

    MongoResponses(MongoDatabase database) {
        this.collection = database.getCollection("responses");
        collection.createIndex(Indexes.ascending("roles", "at"));
        collection.createIndex(Indexes.ascending("country"));
    }

    @Override
    public Added add(List<Response> batch) {
        if (batch.isEmpty()) {
            return new Added(0, 0);
        }
        try {
            collection.insertMany(batch.stream().map(MongoResponses::document).toList(), UNORDERED);
            return new Added(batch.size(), 0);
        } catch (MongoBulkWriteException failure) {
            int errors = failure.getWriteErrors().size();
            boolean onlyDuplicates = failure.getWriteConcernError() == null && failure.getWriteErrors()
                    .stream()
                    .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!onlyDuplicates) {
                throw failure;
            }
            return new Added(batch.size() - errors, errors);
        }
    }

    @Override
    public void forEachExploring(Set<String> roles, Consumer<Response> reader) {
        collection.find(Filters.in("roles", roles)).map(MongoResponses::response).forEach(reader);
    }

    @Override
    public Map<String, Reach> reach(Instant after, Instant upTo) {
        Document isRecent = new Document("$and", List.of(new Document("$gt", List.of("$at", Date.from(after))),
                new Document("$lte", List.of("$at", Date.from(upTo)))));
        Map<String, Reach> reach = new HashMap<>();
        collection.aggregate(List.of(Aggregates.project(Projections.include("roles", "at")),
                Aggregates.unwind("$roles"),
                Aggregates.group("$roles", Accumulators.sum("all", 1),
                        Accumulators.sum("recent", new Document("$cond", List.of(isRecent, 1, 0))))))
                .forEach(role -> reach.put(role.getString("_id"), new Reach(number(role, "all"), number(role,
                        "recent"))));
        return reach;
    }

    @Override
    public int count() {
        return Math.toIntExact(collection.countDocuments());
    }

    @Override
    public int countries() {
        int countries = 0;
        for (String country : collection.distinct("country", String.class)) {
            countries += country.isEmpty() ? 0 : 1;
        }
        return countries;
    }

    private static int number(Document document, String field) {
        return document.get(field, Number.class).intValue();
    }

    private static Document document(Response response) {
        return new Document("_id", response.id()).append("at", Date.from(response.at()))
                .append("country", response.country())
                .append("background", response.background())
                .append("roles", response.roles())
                .append("answers", new Document(new LinkedHashMap<>(response.answers())))
                .append("quiz", response.quizVersion());
    }

    private static Response response(Document stored) {
        Document chosen = stored.get("answers", Document.class);
        Map<String, List<String>> answers = new LinkedHashMap<>();
        chosen.keySet().forEach(question -> answers.put(question, chosen.getList(question, String.class)));
        return new Response(stored.getString("_id"), stored.getDate("at").toInstant(), stored.getString("country"),
                stored.getString("background"), stored.getList("roles", String.class), answers,
                stored.getInteger("quiz"));
    }
}
