package io.guidepost.quiz.statistics;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.guidepost.storage.Inserts;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Collection {@code role_numbers}: {@code {_id: <role>, number}}, numbers from 0 on without a gap, for good. Where every role is counted
 * beside every other one, numbers take a small part of the room and the time that keys do.
 */
@Component
class MongoRoleNumbers {

    private static final int LOW_BITS = 7;
    private static final int LOW = (1 << LOW_BITS) - 1;
    private static final int MORE = 1 << LOW_BITS;

    private final MongoCollection<Document> collection;
    private volatile Known known = new Known(List.of(), Map.of());

    MongoRoleNumbers(MongoDatabase database) {
        this.collection = database.getCollection("role_numbers");
        collection.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
    }

    /** The roles by their numbers, and the numbers by the roles. */
    private record Known(List<String> roles, Map<String, Integer> numbers) {}

    /**
     * Counts by role as bytes: by the roles' numbers, each the distance from the one before and the count, in seven bits a byte, the lowest
     * first, of which all but the last have the eighth bit.
     */
    byte[] pack(Map<String, Integer> counts) {
        Map<String, Integer> numbers = numbers(counts);
        long[] pairs = new long[counts.size()];
        int filled = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            pairs[filled++] = ((long) Objects.requireNonNull(numbers.get(count.getKey())) << Integer.SIZE)
                    | count.getValue();
        }
        Arrays.sort(pairs);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(3 * counts.size());
        int last = 0;
        for (long pair : pairs) {
            int number = (int) (pair >>> Integer.SIZE);
            write(number - last, bytes);
            write((int) pair, bytes);
            last = number;
        }
        return bytes.toByteArray();
    }

    private static void write(int value, ByteArrayOutputStream bytes) {
        int left = value;
        while (left > LOW) {
            bytes.write((left & LOW) | MORE);
            left >>>= LOW_BITS;
        }
        bytes.write(left);
    }

    /** Reads what was {@linkplain #pack packed}. */
    Map<String, Integer> unpack(byte[] bytes) {
        Map<String, Integer> counts = HashMap.newHashMap(bytes.length / 2);
        int number = 0;
        int at = 0;
        boolean isCount = false;
        while (at < bytes.length) {
            int value = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes[at++];
                value |= (next & LOW) << shift;
                shift += LOW_BITS;
            } while (next < 0);
            if (isCount) {
                counts.put(role(number), value);
            } else {
                number += value;
            }
            isCount = !isCount;
        }
        return counts;
    }

    private String role(int number) {
        if (number >= known.roles().size()) {
            look();
        }
        return known.roles().get(number);
    }

    /** The numbers of all roles that are known, those among them. */
    private Map<String, Integer> numbers(Map<String, Integer> roles) {
        if (known.numbers().keySet().containsAll(roles.keySet())) {
            return known.numbers();
        }
        look();
        for (String role : roles.keySet()) {
            while (!known.numbers().containsKey(role)) {
                // Another node may have given the role a number, or the number to another role: then there is one more to be seen.
                boolean _ = Inserts.ifAbsent(collection, new Document("_id", role).append("number", known.roles()
                        .size()));
                look();
            }
        }
        return known.numbers();
    }

    /** Sees the numbers that were given since. */
    private synchronized void look() {
        List<String> roles = new ArrayList<>(known.roles());
        Map<String, Integer> numbers = new HashMap<>(known.numbers());
        for (Document role : collection.find(Filters.gte("number", roles.size())).sort(Sorts.ascending("number"))) {
            numbers.put(role.getString("_id"), roles.size());
            roles.add(role.getString("_id"));
        }
        known = new Known(roles, numbers);
    }
}
