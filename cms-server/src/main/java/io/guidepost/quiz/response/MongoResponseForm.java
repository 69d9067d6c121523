package io.guidepost.quiz.response;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.ByteBufNIO;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.ByteBufferBsonInput;
import org.jspecify.annotations.Nullable;

/**
 * Responses as they are stored: {@code {_id, entry, at, country, background, roles: [key], answers: {<question>: [<answer>]}, quiz, was}}.
 * {@code entry} is the number of the change that made the response what it is, absent for 0; {@code was} the same members as they were
 * before that, if it was another response; of an erased one all members but these are absent.
 */
final class MongoResponseForm {

    private static final int ONE = 400;

    private MongoResponseForm() {}

    /**
     * A response as it is stored.
     *
     * @param response null: it is erased
     * @param entry the number of the change that made it so
     * @param was what it was before; null: it was not there
     */
    record Stored(String id, long entry, @Nullable Response response, @Nullable Stored was) {

        /** Whether a change has brought it in, be it that a later one took its place. */
        boolean isBy(long number) {
            Stored before = was;
            return entry == number || (before != null && before.isBy(number));
        }

        /**
         * What it is by the changes up to a number.
         *
         * @return null: it was not there, or was erased
         * @throws ForgottenChangesException if that is no longer known
         */
        @Nullable
        Response asOf(long number) {
            if (entry <= number) {
                return response;
            }
            Stored before = was;
            if (before == null) {
                return null;
            }
            if (before.entry <= number) {
                return before.response;
            }
            throw new ForgottenChangesException();
        }
    }

    static RawBsonDocument raw(Stored stored) {
        BasicOutputBuffer buffer = new BasicOutputBuffer(ONE);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            write(stored, writer);
            return new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getPosition());
        }
    }

    /** Responses alone, one after the other, for {@link #unpacked}. */
    static byte[] packed(List<Response> responses) {
        BasicOutputBuffer buffer = new BasicOutputBuffer(ONE * Math.max(1, responses.size()));
        for (Response response : responses) {
            try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
                write(new Stored(response.id(), 0, response, null), writer);
            }
        }
        return buffer.toByteArray();
    }

    static List<Response> unpacked(byte[] packed) {
        List<Response> responses = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < packed.length; from += bytes.getInt(from)) {
            Response response = read(reader(packed, from, bytes.getInt(from))).response();
            if (response != null) {
                responses.add(response);
            }
        }
        return responses;
    }

    static Stored stored(RawBsonDocument document) {
        ByteBuffer bytes = document.getByteBuffer().asNIO();
        return read(new BsonBinaryReader(bytes));
    }

    private static BsonBinaryReader reader(byte[] bytes, int from, int length) {
        return new BsonBinaryReader(new ByteBufferBsonInput(new ByteBufNIO(ByteBuffer.wrap(bytes, from, length).slice()
                .order(ByteOrder.LITTLE_ENDIAN))));
    }

    private static void write(Stored stored, BsonWriter writer) {
        writer.writeStartDocument();
        writer.writeString("_id", stored.id());
        members(stored, writer);
        Stored was = stored.was();
        if (was != null) {
            writer.writeStartDocument("was");
            members(was, writer);
            writer.writeEndDocument();
        }
        writer.writeEndDocument();
    }

    private static void members(Stored stored, BsonWriter writer) {
        if (stored.entry() > 0) {
            writer.writeInt64("entry", stored.entry());
        }
        Response response = stored.response();
        if (response == null) {
            return;
        }
        writer.writeDateTime("at", response.at().toEpochMilli());
        writer.writeString("country", response.country());
        writer.writeString("background", response.background());
        keys("roles", response.roles(), writer);
        writer.writeStartDocument("answers");
        response.answers().forEach((question, answers) -> keys(question, answers, writer));
        writer.writeEndDocument();
        writer.writeInt32("quiz", response.quizVersion());
    }

    private static void keys(String name, List<String> keys, BsonWriter writer) {
        writer.writeStartArray(name);
        keys.forEach(writer::writeString);
        writer.writeEndArray();
    }

    private static Stored read(BsonReader reader) {
        return read("", reader);
    }

    private static Stored read(String outer, BsonReader reader) {
        String id = outer;
        long entry = 0;
        Instant at = null;
        String country = "";
        String background = "";
        List<String> roles = List.of();
        Map<String, List<String>> answers = Map.of();
        int quiz = 1;
        Stored was = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> id = reader.readString();
                case "entry" -> entry = reader.readInt64();
                case "at" -> at = Instant.ofEpochMilli(reader.readDateTime());
                case "country" -> country = reader.readString();
                case "background" -> background = reader.readString();
                case "roles" -> roles = keys(reader);
                case "answers" -> answers = answers(reader);
                case "quiz" -> quiz = reader.readInt32();
                case "was" -> was = read(id, reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Stored(id, entry, at == null
                ? null
                : new Response(id, at, country, background, roles, answers, quiz), was);
    }

    private static Map<String, List<String>> answers(BsonReader reader) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            answers.put(reader.readName(), keys(reader));
        }
        reader.readEndDocument();
        return answers;
    }

    private static List<String> keys(BsonReader reader) {
        List<String> keys = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            keys.add(reader.readString());
        }
        reader.readEndArray();
        return keys;
    }
}
