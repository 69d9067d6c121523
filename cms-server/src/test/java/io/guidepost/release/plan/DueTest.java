package io.guidepost.release.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-12-01T09:00,              Europe/Berlin,    2026-12-01T08:00:00Z,     2026-12-01T09:00, Europe/Berlin
            2026-07-01T09:00:30,           Europe/Berlin,    2026-07-01T07:00:30Z,     2026-07-01T09:00:30, Europe/Berlin
            2026-12-01T09:00+01:00,        ,                 2026-12-01T08:00:00Z,     2026-12-01T09:00, +01:00
            2026-12-01T09:00:00.123456Z,   ,                 2026-12-01T09:00:00.123Z, 2026-12-01T09:00:00.123, Z
            2026-12-01T09:00,              -05:30,           2026-12-01T14:30:00Z,     2026-12-01T09:00, -05:30
            2026-12-01T09:00+01:00,        Europe/Berlin,    2026-12-01T08:00:00Z,     2026-12-01T09:00, Europe/Berlin
            2026-10-25T02:30+02:00,        Europe/Berlin,    2026-10-25T00:30:00Z,     2026-10-25T02:30, Europe/Berlin
            2026-10-25T02:30+01:00,        Europe/Berlin,    2026-10-25T01:30:00Z,     2026-10-25T02:30, Europe/Berlin
            2026-12-01T09:00,              Asia/Kathmandu,   2026-12-01T03:15:00Z,     2026-12-01T09:00, Asia/Kathmandu
            """)
    void a_time_is_an_instant_and_is_shown_as_it_was_entered(String text, @Nullable String zone, Instant at,
            LocalDateTime local, String shownZone) {
        Due due = Due.parse(text, zone, NOW);

        assertThat(due.at()).isEqualTo(at);
        assertThat(due.local().toLocalDateTime()).isEqualTo(local);
        assertThat(due.zone().getId()).isEqualTo(shownZone);
    }

    private static UnusableTimeException refused(String text, @Nullable String zone) {
        return catchThrowableOfType(UnusableTimeException.class, () -> Due.parse(text, zone, NOW));
    }

    @Test
    void a_time_that_the_clocks_skip_is_refused_with_the_offsets_around_it() {
        UnusableTimeException refusal = refused("2026-03-29T02:30", "Europe/Berlin");

        assertThat(refusal.reason()).isEqualTo(UnusableTimeException.Reason.SKIPPED);
        assertThat(refusal.offsets()).isEqualTo(List.of(ZoneOffset.of("+01:00"), ZoneOffset.of("+02:00")));
        assertThat(refusal).hasMessageContainingAll("2026-03-29T02:30", "Europe/Berlin", "02:00 (+01:00)",
                "03:00 (+02:00)");
    }

    @Test
    void a_time_that_the_clocks_show_twice_is_refused_with_both_offsets() {
        UnusableTimeException refusal = refused("2026-10-25T02:30", "Europe/Berlin");

        assertThat(refusal.reason()).isEqualTo(UnusableTimeException.Reason.AMBIGUOUS);
        assertThat(refusal.offsets()).isEqualTo(List.of(ZoneOffset.of("+02:00"), ZoneOffset.of("+01:00")));
        assertThat(refusal).hasMessageContaining("2026-10-25T02:30+02:00 is the earlier one");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-12-01T09:00,        ,                NO_ZONE
            2026-12-01T09:00+02:00,  Europe/Berlin,   WRONG_OFFSET
            2026-03-29T02:30+01:00,  Europe/Berlin,   SKIPPED
            2026-12-01T09:00,        Europe/Nowhere,  UNKNOWN_ZONE
            2026-12-01T09:00,        ../../etc,       UNKNOWN_ZONE
            2026-12-01,              Europe/Berlin,   MALFORMED
            2026-02-30T09:00,        Europe/Berlin,   MALFORMED
            1.12.2026 9 Uhr,         Europe/Berlin,   MALFORMED
            2026-01-01T01:00,        Europe/Berlin,   PAST
            2025-12-31T23:59:59Z,    ,                PAST
            2036-01-01T02:00,        Europe/Berlin,   TOO_FAR
            +999999999-01-01T00:00,  Europe/Berlin,   TOO_FAR
            """)
    void what_is_not_one_instant_to_come_is_refused(String text, @Nullable String zone,
            UnusableTimeException.Reason reason) {
        assertThat(refused(text, zone).reason()).isEqualTo(reason);
    }
}
