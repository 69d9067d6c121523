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
    private final IngestPace pace = new IngestPace(new ResponseProperties(60), clock);

    private void sixty(PersonId who) {
        for (int i = 0; i < 60; i++) {
            pace.step(who);
        }
    }

    @Test
    void as_many_as_may_come_in_a_minute_may_come_at_once_and_then_one_a_second() {
        sixty(ONE);

        assertThatThrownBy(() -> pace.step(ONE)).isInstanceOfSatisfying(TooManyResponsesException.class,
                refusal -> assertThat(refusal.waiting()).isEqualTo(Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        pace.step(ONE);
        assertThatThrownBy(() -> pace.step(ONE)).isInstanceOf(TooManyResponsesException.class);
    }

    @Test
    void what_is_refused_costs_nothing() {
        sixty(ONE);
        clock.advance(Duration.ofMillis(500));
        assertThatThrownBy(() -> pace.step(ONE)).isInstanceOfSatisfying(TooManyResponsesException.class,
                refusal -> assertThat(refusal.waiting()).isEqualTo(Duration.ofMillis(500)));
        clock.advance(Duration.ofMillis(500));

        assertThatCode(() -> pace.step(ONE)).doesNotThrowAnyException();
    }

    @Test
    void a_long_silence_gives_no_more_than_a_minute_does() {
        sixty(ONE);
        clock.advance(Duration.ofHours(1));
        sixty(ONE);

        assertThatThrownBy(() -> pace.step(ONE)).isInstanceOf(TooManyResponsesException.class);
    }

    @Test
    void one_does_not_hold_back_another() {
        sixty(ONE);

        assertThatCode(() -> sixty(new PersonId("other"))).doesNotThrowAnyException();
    }
}
