package io.guidepost.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.convert.support.DefaultConversionService;

class MemoryLimitTest {

    private static MemoryLimit configured(String setting) {
        return new DefaultConversionService().convert(setting, MemoryLimit.class);
    }

    @Test
    void a_setting_is_a_size_or_a_share_of_the_heap() {
        long heap = Runtime.getRuntime().maxMemory();

        assertThat(configured("64MB").bytes()).isEqualTo(64L << 20);
        assertThat(configured("0").bytes()).isZero();
        assertThat(configured("100%").bytes()).isEqualTo(heap);
        assertThat(configured(" 12.5 % ").bytes()).isEqualTo(heap / 8);
        assertThat(configured("0%").bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "much", "101%", "-1%", "NaN%", "-5MB", "5 apples"})
    void anything_else_is_refused(String setting) {
        assertThatThrownBy(() -> MemoryLimit.valueOf(setting)).isInstanceOf(IllegalArgumentException.class);
    }
}
