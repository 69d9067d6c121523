package io.guidepost.quiz.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.storage.TestMongo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRoleNumbersTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Test
    void counts_are_read_as_they_were_packed() {
        MongoRoleNumbers numbers = numbers();
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, 300).forEach(role -> counts.put("role-" + role, role * role * 23_456 % 1_000_003));
        counts.put("most", Integer.MAX_VALUE);
        counts.put("one", 1);

        byte[] packed = numbers.pack(counts);

        assertThat(numbers.unpack(packed)).isEqualTo(counts);
        assertThat(packed).hasSizeLessThan(302 * 5);
        assertThat(numbers.unpack(numbers.pack(Map.of()))).isEmpty();
    }

    @Test
    void some_of_the_roles_are_read_without_the_others() {
        MongoRoleNumbers numbers = numbers();
        byte[] all = numbers.pack(Map.of("one", 1, "two", 2, "three", 3));

        byte[] packed = numbers.pack(Map.of("three", 300, "one", 100));

        assertThat(numbers.unpack(packed)).isEqualTo(Map.of("one", 100, "three", 300));
        assertThat(numbers.unpack(all)).hasSize(3);
    }

    @Test
    void every_node_reads_what_any_other_has_packed() {
        MongoRoleNumbers one = numbers();
        MongoRoleNumbers other = numbers();

        byte[] ofOne = one.pack(Map.of("one", 1));
        byte[] ofOther = other.pack(Map.of("other", 2, "one", 3));
        byte[] ofOneAgain = one.pack(Map.of("third", 4, "other", 5));

        assertThat(other.unpack(ofOne)).isEqualTo(Map.of("one", 1));
        assertThat(one.unpack(ofOther)).isEqualTo(Map.of("other", 2, "one", 3));
        assertThat(other.unpack(ofOneAgain)).isEqualTo(Map.of("third", 4, "other", 5));
    }

    @Test
    void nodes_that_number_roles_at_once_give_each_one_number() {
        List<MongoRoleNumbers> nodes = IntStream.range(0, 4).mapToObj(_ -> numbers()).toList();
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, 100).forEach(role -> counts.put("role-" + role, role));

        List<byte[]> packed = nodes.parallelStream().map(node -> node.pack(counts)).toList();

        assertThat(packed).allSatisfy(bytes -> assertThat(bytes).isEqualTo(packed.getFirst()));
        assertThat(numbers().unpack(packed.getFirst())).isEqualTo(counts);
    }

    private MongoRoleNumbers numbers() {
        return new MongoRoleNumbers(mongo.database());
    }
}
