package io.guidepost.quiz;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guidepost.quiz.GroupCounts.AnswerCounts;
import io.guidepost.quiz.GroupCounts.Shown;
import io.guidepost.storage.Inserts;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Collection {@code role_statistics}: {@code {_id: "<role>@<snapshot>", role, snapshot, at, quiz, suppressBelow, all:
 * <group>, recent: <number, absent where suppressed>, backgrounds: {<background>: <group>}}}, where a group is
 * {@code {n, questions: {<question>: {n, answers: {<answer>: <count>}}}}}, and {@code {}} where suppressed.
 */
@Component
class MongoRoleParts {

    private final MongoCollection<Document> collection;

    MongoRoleParts(MongoDatabase database) {
        this.collection = database.getCollection("role_statistics");
    }

    /** Stores parts by id; false: one of the ids is taken. */
    boolean insert(Map<String, RolePart> parts) {
        return Inserts.allIfAbsent(collection, parts.entrySet().stream().map(entry -> document(entry.getKey(), entry
                .getValue())).toList()).isEmpty();
    }

    private static Document document(String id, RolePart part) {
        Document backgrounds = new Document();
        part.backgrounds().forEach((background, group) -> backgrounds.append(background, document(group)));
        Document stored = new Document("_id", id).append("role", part.role())
                .append("snapshot", part.snapshot())
                .append("at", Date.from(part.at()))
                .append("quiz", part.quizVersion())
                .append("suppressBelow", part.suppressBelow())
                .append("all", document(part.all()))
                .append("backgrounds", backgrounds);
        if (part.recent() != null) {
            stored.append("recent", part.recent());
        }
        return stored;
    }

    /** Drops the parts of those ids. */
    void drop(Collection<String> ids) {
        if (!ids.isEmpty()) {
            collection.deleteMany(Filters.in("_id", ids));
        }
    }

    /** The parts of those ids, by role. */
    Map<String, RolePart> load(Collection<String> ids) {
        Map<String, RolePart> parts = new HashMap<>();
        if (ids.isEmpty()) {
            return parts;
        }
        collection.find(Filters.in("_id", ids)).map(MongoRoleParts::part).forEach(part -> parts.put(part.role(), part));
        return parts;
    }

    private static Document document(GroupCounts group) {
        return switch (group) {
            case GroupCounts.Suppressed ignored -> new Document();
            case Shown shown -> document(shown);
        };
    }

    private static Document document(Shown group) {
        Document questions = new Document();
        group.questions()
                .forEach((question, counts) -> questions.append(question, new Document("n", counts.respondents())
                        .append("answers", new Document(new HashMap<>(counts.answers())))));
        return new Document("n", group.respondents()).append("questions", questions);
    }

    private static RolePart part(Document stored) {
        Map<String, GroupCounts> backgrounds = new HashMap<>();
        Document groups = stored.get("backgrounds", Document.class);
        groups.keySet().forEach(key -> backgrounds.put(key, group(groups.get(key, Document.class))));
        return new RolePart(stored.getString("role"), stored.getInteger("snapshot"), stored.getDate("at").toInstant(),
                stored.getInteger("quiz"), stored.getInteger("suppressBelow"), group(stored.get("all", Document.class)),
                stored.getInteger("recent"), backgrounds);
    }

    private static GroupCounts group(Document stored) {
        if (stored.isEmpty()) {
            return new GroupCounts.Suppressed();
        }
        Map<String, AnswerCounts> questions = new HashMap<>();
        Document asked = stored.get("questions", Document.class);
        asked.keySet().forEach(key -> questions.put(key, answers(asked.get(key, Document.class))));
        return new Shown(stored.getInteger("n"), questions);
    }

    private static AnswerCounts answers(Document stored) {
        Map<String, Integer> answers = new HashMap<>();
        Document counts = stored.get("answers", Document.class);
        counts.keySet().forEach(key -> answers.put(key, counts.getInteger(key)));
        return new AnswerCounts(stored.getInteger("n"), answers);
    }
}
