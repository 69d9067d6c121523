package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.server.SaveLoad.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentSavesTest {

    private static final int SAVES = 1_500;

    @Test
    void of_many_saves_at_once_each_is_in_the_history_exactly_once_or_was_told_that_it_came_too_late(
            @TempDir Path folder) throws Exception {
        try (SaveLoad load = new SaveLoad(folder)) {
            Outcome outcome = load.run(64, SAVES, 15);

            assertThat(outcome.answers().keySet()).containsExactly(200, 412);
            assertThat(outcome.answers().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(SAVES);
            assertThat(outcome.history()).isEqualTo(outcome.acknowledged());
        }
    }
}
