package io.guidepost.delivery.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private final Allowance allowance = new Allowance(10, 4);

    @Test
    void as_many_values_as_may_be_are_taken_and_none_more() {
        allowance.take(9);
        allowance.take(1);

        assertThatThrownBy(() -> allowance.take(1)).isInstanceOf(RefusedOperationException.class);
    }

    @Test
    void a_value_that_counts_as_many_is_counted_as_many() {
        assertThatThrownBy(() -> allowance.take(11)).isInstanceOf(RefusedOperationException.class);
    }

    @Test
    void a_pass_that_begins_anew_has_all_of_it_again() {
        allowance.take(10);
        allowance.restart();
        allowance.take(10);

        assertThatThrownBy(() -> allowance.take(1)).isInstanceOf(RefusedOperationException.class);
    }

    @Test
    void as_many_bytes_as_may_be_are_taken_and_none_more() {
        ByteArrayOutputStream bytes = allowance.bytes();
        bytes.write(1);
        bytes.write(new byte[]{0, 2, 3, 4, 0}, 1, 3);

        assertThatThrownBy(() -> bytes.write(5)).isInstanceOf(RefusedOperationException.class);
        assertThatThrownBy(() -> bytes.write(new byte[]{5}, 0, 1)).isInstanceOf(RefusedOperationException.class);
        assertThat(bytes.toByteArray()).containsExactly(1, 2, 3, 4);
    }
}
