package io.guidepost.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.search.Facets.PayCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PayStepsTest {

    @Test
    void nobody_makes_no_step() {
        assertThat(PaySteps.of("USD", Map.of())).isEmpty();
    }

    @Test
    void one_amount_stands_in_a_step_of_round_numbers() {
        assertThat(PaySteps.of("USD", Map.of(62_500, 3L))).containsExactly(new PayCount("USD", 60_000, 65_000, 3));
        assertThat(PaySteps.of("JPY", Map.of(3_900_000, 1L)))
                .containsExactly(new PayCount("JPY", 3_800_000, 4_000_000, 1));
        assertThat(PaySteps.of("USD", Map.of(0, 2L))).containsExactly(new PayCount("USD", 0, 1, 2));
    }

    @Test
    void steps_hold_everybody_once_and_are_at_most_six() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Map<Integer, Long> counts = new HashMap<>();
            int most = 1 + random.nextInt(100_000_000);
            for (int i = 0; i <= random.nextInt(20); i++) {
                counts.put(random.nextInt(most), 1L + random.nextInt(3));
            }

            List<PayCount> steps = PaySteps.of("EUR", counts);

            assertThat(steps).hasSizeBetween(1, 6);
            for (PayCount step : steps) {
                assertThat(step.count()).isPositive().isEqualTo(counts.entrySet().stream()
                        .filter(pay -> pay.getKey() >= step.atLeast() && pay.getKey() < step.below())
                        .mapToLong(Map.Entry::getValue).sum());
            }
            assertThat(steps.stream().mapToLong(PayCount::count).sum())
                    .isEqualTo(counts.values().stream().mapToLong(Long::longValue).sum());
        }
    }
}
