package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.server.PlanLoad.Made;
import io.guidepost.server.PlanLoad.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedReleasesOnTwoServersTest {

    private static final int PLANS = 60;

    @Test
    void each_plan_is_released_once_though_a_server_is_killed_among_them(@TempDir Path folder) throws Exception {
        try (PlanLoad load = new PlanLoad(folder)) {
            Outcome outcome = load.run(PLANS, Duration.ofSeconds(6));

            assertThat(outcome.states()).isEqualTo(Map.of("Released", PLANS));
            assertThat(outcome.log()).extracting(Made::plan).containsExactlyInAnyOrderElementsOf(outcome.due()
                    .keySet());
            assertThat(outcome.log()).extracting(Made::number).isEqualTo(IntStream.range(0, PLANS)
                    .map(index -> PLANS - index).boxed().toList());
            assertThat(outcome.lateness()).as("none is early").noneMatch(Duration::isNegative);
        }
    }
}
