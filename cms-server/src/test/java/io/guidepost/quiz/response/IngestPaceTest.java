package io.guidepost.quiz.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guidepost.security.PersonId;
import io.guidepost.security.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IngestPaceTest {

    private static final PersonId ONE = new PersonId("one");

    private final SettableClock clock = new SettableClock();
    private final IngestPace pace = new IngestPace(new ResponseProperties(60, 3), clock);
    private int visitors;

    /** One of somebody's visitors, who has an address that nobody else has. */
    private void step(PersonId who) {
        pace.step(who, "192.0.2." + visitors++);
    }

    private void sixty(PersonId who) {
        for (int i = 0; i < 60; i++) {
            step(who);
        }
    }

    @Test
    void as_many_as_may_come_in_a_minute_may_come_at_once_and_then_one_a_second() {
        sixty(ONE);

        assertThatThrownBy(() -> step(ONE)).isInstanceOfSatisfying(TooManyResponsesException.class,
                refusal -> assertThat(refusal.waiting()).isEqualTo(Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        step(ONE);
        assertThatThrownBy(() -> step(ONE)).isInstanceOf(TooManyResponsesException.class);
    }

    @Test
    void what_is_refused_costs_nothing() {
        sixty(ONE);
        clock.advance(Duration.ofMillis(500));
        assertThatThrownBy(() -> step(ONE)).isInstanceOfSatisfying(TooManyResponsesException.class,
                refusal -> assertThat(refusal.waiting()).isEqualTo(Duration.ofMillis(500)));
        clock.advance(Duration.ofMillis(500));

        assertThatCode(() -> step(ONE)).doesNotThrowAnyException();
    }

    @Test
    void a_long_silence_gives_no_more_than_a_minute_does() {
        sixty(ONE);
        clock.advance(Duration.ofHours(1));
        sixty(ONE);

        assertThatThrownBy(() -> step(ONE)).isInstanceOf(TooManyResponsesException.class);
    }

    @Test
    void one_does_not_hold_back_another() {
        sixty(ONE);

        assertThatCode(() -> sixty(new PersonId("other"))).doesNotThrowAnyException();
    }

    @Test
    void whoever_sends_without_end_from_one_address_holds_off_nobody_else() {
        for (int i = 0; i < 3; i++) {
            pace.step(ONE, "198.51.100.7");
        }
        for (int i = 0; i < 1000; i++) {
            assertThatThrownBy(() -> pace.step(ONE, "198.51.100.7")).isInstanceOfSatisfying(
                    TooManyResponsesException.class,
                    refusal -> assertThat(refusal.waiting()).isEqualTo(Duration.ofSeconds(20)));
        }

        for (int i = 0; i < 57; i++) {
            step(ONE);
        }
        assertThatThrownBy(() -> step(ONE)).isInstanceOf(TooManyResponsesException.class)
                .hasMessageContaining("60 responses a minute");
    }

    @Test
    void what_is_refused_to_all_is_not_held_against_an_address() {
        sixty(ONE);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> pace.step(ONE, "198.51.100.7")).hasMessageContaining("60 responses a minute");
        }
        clock.advance(Duration.ofSeconds(3));

        for (int i = 0; i < 3; i++) {
            pace.step(ONE, "198.51.100.7");
        }
        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> pace.step(ONE, "198.51.100.7")).hasMessageContaining("3 responses a minute");
    }

    @Test
    void the_addresses_of_one_network_are_one_sender_of_ipv6_and_several_of_ipv4() {
        for (int i = 0; i < 3; i++) {
            pace.step(ONE, "2001:db8:0:1::" + i);
            pace.step(ONE, "198.51.100." + i);
        }

        assertThatThrownBy(() -> pace.step(ONE, "2001:db8:0:1:ffff::1")).isInstanceOf(TooManyResponsesException.class);
        assertThatCode(() -> pace.step(ONE, "2001:db8:0:2::1")).doesNotThrowAnyException();
        assertThatCode(() -> pace.step(ONE, "198.51.100.9")).doesNotThrowAnyException();
        assertThatCode(() -> pace.step(ONE, "unknown")).doesNotThrowAnyException();
    }
}
