package io.guidepost.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.FakeQuizzes;
import io.guidepost.quiz.statistics.FakeSnapshots;
import org.junit.jupiter.api.Test;

class ChartTextTest {

    private static Chart chart(String language) {
        return new Charts(new FakeQuizzes()).of(new ChartName("ai-specialist", "priority", null), FakeSnapshots.of1200(
                "ai-specialist", language));
    }

    @Test
    void counts_read_as_they_do_in_texts() {
        assertThat(chart("en").footer()).startsWith("n = 1,200 ·");
        assertThat(chart("de").footer()).startsWith("n = 1.200 ·");
        assertThat(chart("de").description()).contains("Earning more: 85\u00a0%, 1.020 of 1.200");
    }
}
