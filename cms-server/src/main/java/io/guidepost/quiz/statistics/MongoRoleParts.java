package io.guidepost.quiz.statistics;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guidepost.quiz.statistics.GroupCounts.AnswerCounts;
import io.guidepost.quiz.statistics.GroupCounts.Shown;
import io.guidepost.quiz.statistics.RolePart.Memory;
import io.guidepost.storage.Inserts;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/**
 * Collection {@code role_statistics}: {@code {_id: "<role>@<snapshot>", role, snapshot, at, quiz, suppressBelow, figures: <bytes>}}. The bytes are
 * BSON, of so many small members that the storage is spared to read them: {@code {all: <group>, recent: <number, absent where suppressed>,
 * backgrounds: {<background>: <group>}, countries: {<country>: <number>}, countryCount, alsoExplored: <counts of {@link MongoRoleNumbers}>, memory: {backgrounds:
 * <memory>, countries: <memory>, alsoExplored: <counts as well>, takers: <number, of a hidden role that waits>}}}, where a group is {@code
 * {n, questions: {<question>: {n, answers: {<answer>: <count>}}}}}, and {@code {}} where suppressed, and a memory {@code {waiting: {<key>:
 * <group>}, large: [<key>], joined: {<key>: <snapshot>}}}. What stands after the backgrounds is absent where there is none.
 */
@Component
class MongoRoleParts {

    private static final int ABOUT = 8 * 1024;
    private static final DocumentCodec CODEC = new DocumentCodec();

    private final MongoCollection<Document> collection;
    private final MongoRoleNumbers roles;

    MongoRoleParts(MongoDatabase database, MongoRoleNumbers roles) {
        this.collection = database.getCollection("role_statistics");
        this.roles = roles;
    }

    /** Stores parts by id; false: one of the ids is taken. */
    boolean insert(Map<String, RolePart> parts) {
        return Inserts.allIfAbsent(collection, parts.entrySet().stream().map(entry -> document(entry.getKey(), entry
                .getValue())).toList()).isEmpty();
    }

    private Document document(String id, RolePart part) {
        Document backgrounds = new Document();
        part.backgrounds().forEach((background, group) -> backgrounds.append(background, document(group)));
        Document figures = new Document("all", document(part.all())).append("backgrounds", backgrounds);
        if (part.recent() != null) {
            figures.append("recent", part.recent());
        }
        if (part.countryCount() != null) {
            figures.append("countries", numbers(part.countries()))
                    .append("countryCount", part.countryCount())
                    .append("alsoExplored", new Binary(roles.pack(part.alsoExplored())));
        }
        if (!part.memory().equals(Memory.NONE)) {
            Document memory = new Document("backgrounds", document(part.memory().backgrounds()))
                    .append("countries", document(part.memory().countries()))
                    .append("alsoExplored", new Binary(roles.pack(part.memory().alsoExplored())));
            if (part.memory().takers() != null) {
                memory.append("takers", part.memory().takers());
            }
            figures.append("memory", memory);
        }
        return new Document("_id", id).append("role", part.role())
                .append("snapshot", part.snapshot())
                .append("at", Date.from(part.at()))
                .append("quiz", part.quizVersion())
                .append("suppressBelow", part.suppressBelow())
                .append("figures", new Binary(bytes(figures)));
    }

    private static byte[] bytes(Document figures) {
        BasicOutputBuffer buffer = new BasicOutputBuffer(ABOUT);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(writer, figures, EncoderContext.builder().build());
        }
        return buffer.toByteArray();
    }

    /** The figures of a stored part, as a document. */
    static Document figures(Document stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored.get("figures", Binary.class).getData());
        try (BsonBinaryReader reader = new BsonBinaryReader(bytes.order(ByteOrder.LITTLE_ENDIAN))) {
            return CODEC.decode(reader, DecoderContext.builder().build());
        }
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
        collection.find(Filters.in("_id", ids)).map(this::part).forEach(part -> parts.put(part.role(), part));
        return parts;
    }

    private static Document document(Partition.Memory memory) {
        Document waiting = new Document();
        memory.waiting().forEach((key, group) -> waiting.append(key,
                document(Shown.of(group, group.questions().keySet()))));
        return new Document("waiting", waiting).append("large", memory.large().stream().sorted().toList())
                .append("joined", numbers(memory.joined()));
    }

    private static Document numbers(Map<String, Integer> numbers) {
        return new Document(new HashMap<>(numbers));
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
                        .append("answers", numbers(counts.answers()))));
        return new Document("n", group.respondents()).append("questions", questions);
    }

    private RolePart part(Document stored) {
        Map<String, GroupCounts> backgrounds = new HashMap<>();
        Document figures = figures(stored);
        Document groups = figures.get("backgrounds", Document.class);
        groups.keySet().forEach(key -> backgrounds.put(key, group(groups.get(key, Document.class))));
        return new RolePart(stored.getString("role"), stored.getInteger("snapshot"), stored.getDate("at").toInstant(),
                stored.getInteger("quiz"), stored.getInteger("suppressBelow"),
                group(figures.get("all", Document.class)),
                figures.getInteger("recent"), backgrounds, numbers(figures, "countries"),
                figures.getInteger("countryCount"), pairs(figures), memory(figures));
    }

    private Memory memory(Document figures) {
        Document stored = figures.get("memory", Document.class);
        return stored == null
                ? Memory.NONE
                : new Memory(partition(stored.get("backgrounds", Document.class)),
                        partition(stored.get("countries", Document.class)), pairs(stored),
                        stored.getInteger("takers"));
    }

    private static Partition.Memory partition(Document stored) {
        Map<String, RoleCounts.Group> waiting = new HashMap<>();
        Document groups = stored.get("waiting", Document.class);
        groups.keySet().forEach(key -> waiting.put(key, shown(groups.get(key, Document.class)).group()));
        return new Partition.Memory(waiting, Set.copyOf(stored.getList("large", String.class)),
                numbers(stored, "joined"));
    }

    private Map<String, Integer> pairs(Document stored) {
        Binary found = stored.get("alsoExplored", Binary.class);
        return found == null ? Map.of() : roles.unpack(found.getData());
    }

    private static Map<String, Integer> numbers(Document stored, String name) {
        Map<String, Integer> numbers = new HashMap<>();
        Document found = stored.get(name, Document.class);
        if (found != null) {
            found.keySet().forEach(key -> numbers.put(key, found.getInteger(key)));
        }
        return numbers;
    }

    private static GroupCounts group(Document stored) {
        return stored.isEmpty() ? new GroupCounts.Suppressed() : shown(stored);
    }

    private static Shown shown(Document stored) {
        Map<String, AnswerCounts> questions = new HashMap<>();
        Document asked = stored.get("questions", Document.class);
        asked.keySet().forEach(key -> questions.put(key, answers(asked.get(key, Document.class))));
        return new Shown(stored.getInteger("n"), questions);
    }

    private static AnswerCounts answers(Document stored) {
        return new AnswerCounts(stored.getInteger("n"), numbers(stored, "answers"));
    }
}
