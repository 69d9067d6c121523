package io.guidepost.quiz.statistics;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.io.BasicOutputBuffer;

/**
 * The counts of a role as bytes, which is BSON: {@code {backgrounds: {<key>: {n, questions: {<key>: {n, answers: {<key>: <count>}}}}},
 * countries: {<code>: <count>}, days: {<date>: <count>}, alsoExplored: <counts of {@link MongoRoleNumbers}>}}.
 */
final class MongoRoleCountsForm {

    private static final int ABOUT = 8 * 1024;

    private MongoRoleCountsForm() {}

    static byte[] bytes(RoleCounts counts, MongoRoleNumbers roles) {
        BasicOutputBuffer buffer = new BasicOutputBuffer(ABOUT);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            writer.writeStartDocument();
            members("backgrounds", counts.backgrounds(), writer, MongoRoleCountsForm::group);
            numbers("countries", counts.countries(), writer);
            numbers("days", counts.days(), writer);
            writer.writeBinaryData("alsoExplored", new BsonBinary(roles.pack(counts.alsoExplored())));
            writer.writeEndDocument();
        }
        return buffer.toByteArray();
    }

    static RoleCounts read(byte[] bytes, MongoRoleNumbers roles) {
        Map<String, RoleCounts.Group> backgrounds = new HashMap<>();
        Map<String, Integer> countries = new HashMap<>();
        Map<LocalDate, Integer> days = new HashMap<>();
        Map<String, Integer> alsoExplored = new HashMap<>();
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN))) {
            each(reader, name -> {
                switch (name) {
                    case "backgrounds" -> each(reader, key -> backgrounds.put(key, group(reader)));
                    case "countries" -> each(reader, key -> countries.put(key, reader.readInt32()));
                    case "days" -> each(reader, key -> days.put(LocalDate.parse(key), reader.readInt32()));
                    default -> alsoExplored.putAll(roles.unpack(reader.readBinaryData().getData()));
                }
            });
        }
        return new RoleCounts(backgrounds, countries, days, alsoExplored);
    }

    private static void group(RoleCounts.Group group, BsonWriter writer) {
        writer.writeInt32("n", group.respondents());
        members("questions", group.questions(), writer, MongoRoleCountsForm::question);
    }

    private static void question(RoleCounts.Question question, BsonWriter writer) {
        writer.writeInt32("n", question.respondents());
        numbers("answers", question.answers(), writer);
    }

    private static <T> void members(String name, Map<String, T> members, BsonWriter writer,
            BiConsumer<T, BsonWriter> form) {
        writer.writeStartDocument(name);
        members.forEach((key, member) -> {
            writer.writeStartDocument(key);
            form.accept(member, writer);
            writer.writeEndDocument();
        });
        writer.writeEndDocument();
    }

    private static void numbers(String name, Map<?, Integer> numbers, BsonWriter writer) {
        writer.writeName(name);
        numbers(numbers, writer);
    }

    private static void numbers(Map<?, Integer> numbers, BsonWriter writer) {
        writer.writeStartDocument();
        numbers.forEach((key, number) -> writer.writeInt32(key.toString(), number));
        writer.writeEndDocument();
    }

    private static RoleCounts.Group group(BsonReader reader) {
        return counted(reader, MongoRoleCountsForm::question, RoleCounts.Group::new);
    }

    private static RoleCounts.Question question(BsonReader reader) {
        return counted(reader, BsonReader::readInt32, RoleCounts.Question::new);
    }

    /** Makes something of a number and members by key. */
    private interface Made<T, R> {

        R of(int respondents, Map<String, T> members);
    }

    private static <T, R> R counted(BsonReader reader, Function<BsonReader, T> member, Made<T, R> made) {
        Map<String, T> members = new HashMap<>();
        int[] respondents = new int[1];
        each(reader, name -> {
            if (name.equals("n")) {
                respondents[0] = reader.readInt32();
            } else {
                each(reader, key -> members.put(key, member.apply(reader)));
            }
        });
        return made.of(respondents[0], members);
    }

    /** What is done with each member of a document, given its name. */
    private interface Member {

        void read(String name);
    }

    private static void each(BsonReader reader, Member member) {
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            member.read(reader.readName());
        }
        reader.readEndDocument();
    }
}
