package io.guidepost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEntryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ID = Generators.timeBasedEpochGenerator().construct(NOON.toEpochMilli());

    @Test
    void the_secret_of_a_token_is_left_out_wherever_it_stands() {
        String token = "gp_0123456789abcdef_" + "0a".repeat(32);

        assertThat(about(token).target()).isEqualTo("gp_0123456789abcdef_…");
        assertThat(about("x/" + token.toUpperCase() + "/y").target()).isEqualTo("x/GP_0123456789ABCDEF_…/y");
        assertThat(about("0123456789abcdef").target()).isEqualTo("0123456789abcdef");
    }

    @Test
    void what_is_overlong_is_cut() {
        assertThat(about("x".repeat(5_000)).target()).isEqualTo("x".repeat(200));
    }

    @Test
    void an_id_tells_the_time_of_its_entry() {
        assertThatThrownBy(() -> entry(ID, NOON.plusMillis(1), "documents.save", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entry(ID, NOON.plusNanos(1), "documents.save", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entry(UUID.randomUUID(), NOON, "documents.save", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "save", "documents.", ".save", "Documents.save", "documents save", "documents.save\n"})
    void what_is_no_name_of_a_command_is_refused(String name) {
        assertThatThrownBy(() -> entry(ID, NOON, name, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static AuditEntry about(String target) {
        return entry(ID, NOON, "tokens.revoke", target);
    }

    private static AuditEntry entry(UUID id, Instant at, String command, String target) {
        return new AuditEntry(id, at, null, command, target, null, new Outcome.Succeeded(), null);
    }
}
