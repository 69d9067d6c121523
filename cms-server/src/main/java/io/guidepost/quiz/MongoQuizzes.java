package io.guidepost.quiz;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.guidepost.storage.Duplicates;
import io.guidepost.storage.JsonBson;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collection {@code quizzes}: {@code {_id: <version>, quiz: {version, backgrounds, roles, questions}}}. */
@Component
class MongoQuizzes implements Quizzes {

    private final MongoCollection<BsonDocument> collection;

    MongoQuizzes(MongoDatabase database) {
        this.collection = database.getCollection("quizzes", BsonDocument.class);
    }

    @Override
    public Optional<Quiz> latest() {
        return quiz(collection.find().sort(Sorts.descending("_id")).first());
    }

    @Override
    public Optional<Quiz> version(int version) {
        return quiz(collection.find(Filters.eq("_id", version)).first());
    }

    @Override
    public boolean store(Quiz quiz) {
        Optional<Quiz> newest = latest();
        if (newest.isPresent()) {
            if (newest.get().equals(quiz)) {
                return false;
            }
            checkFollows(newest.get(), quiz);
        }
        try {
            collection.insertOne(new BsonDocument("_id", new BsonInt32(quiz.version())).append("quiz",
                    JsonBson.toBson(QuizReader.toJson(quiz))));
            return true;
        } catch (MongoWriteException failure) {
            if (Duplicates.isDuplicateKey(failure)) {
                throw taken(quiz.version());
            }
            throw failure;
        }
    }

    private static void checkFollows(Quiz newest, Quiz quiz) {
        if (quiz.version() == newest.version()) {
            throw taken(quiz.version());
        }
        if (quiz.version() < newest.version()) {
            throw new QuizConflictException("Version %d of the quiz is older than the newest, which is %d."
                    .formatted(quiz.version(), newest.version()));
        }
        Set<String> dropped = new LinkedHashSet<>(newest.keys());
        dropped.removeAll(quiz.keys());
        if (!dropped.isEmpty()) {
            throw new QuizConflictException("Keys are for good; the new version drops " + String.join(", ", dropped)
                    + ".");
        }
    }

    private static QuizConflictException taken(int version) {
        return new QuizConflictException(
                "Version %d of the quiz is stored with other content; raise the version.".formatted(version));
    }

    private static Optional<Quiz> quiz(@Nullable BsonDocument stored) {
        return Optional.ofNullable(stored)
                .map(found -> QuizReader.json(JsonBson.toJson(found.getDocument("quiz"))));
    }
}
