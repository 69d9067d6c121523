package io.guidepost.delivery.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LimitsTest {

    private final Limits limits = new Limits(new DeliveryProperties(3, 20, 10, DataSize.ofBytes(100), 50, 200));

    @Test
    void what_is_just_as_deep_and_as_long_as_may_be_is_run() {
        assertThatCode(() -> limits.check(new Shape(20, 3))).doesNotThrowAnyException();
    }

    @Test
    void one_field_deeper_is_refused() {
        assertThat(refusal(new Shape(20, 4))).isEqualTo("The query is nested 4 fields deep; 3 is the most.");
    }

    @Test
    void one_field_more_is_refused() {
        assertThat(refusal(new Shape(21, 3))).contains("exceeds 20");
    }

    private String refusal(Shape shape) {
        RefusedOperationException refusal = catchThrowableOfType(RefusedOperationException.class,
                () -> limits.check(shape));
        return refusal.getUnderlyingErrors().getFirst().getMessage();
    }
}
