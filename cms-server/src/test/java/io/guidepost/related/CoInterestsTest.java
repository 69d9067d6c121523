package io.guidepost.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guidepost.quiz.statistics.FakeSnapshots;
import io.guidepost.security.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CoInterestsTest {

    private final SettableClock clock = new SettableClock();

    @Test
    void roles_explored_together_as_often_as_chance_has_it_have_nothing_in_common() {
        assertThat(CoInterests.strength(100, 1_000, 1_000, 10_000)).isZero();
        assertThat(CoInterests.strength(50, 1_000, 1_000, 10_000)).isZero();
    }

    @Test
    void roles_explored_by_the_same_people_have_all_in_common() {
        assertThat(CoInterests.strength(1_000, 1_000, 1_000, 10_000)).isEqualTo(1);
        assertThat(CoInterests.strength(550, 1_000, 1_000, 10_000)).isCloseTo(0.5, within(0.001));
    }

    @Test
    void where_nobody_may_be_counted_nothing_is_known() {
        assertThat(CoInterests.strength(30, 30, 30, 0)).isZero();
    }

    @Test
    void too_few_people_tell_nothing() {
        FakeSnapshots snapshots = new FakeSnapshots();
        CoInterests interests = new CoInterests(snapshots, clock);

        assertThat(interests.refresh()).isFalse();
        assertThat(interests.of("ai-specialist")).isEmpty();
    }

    @Test
    void a_new_snapshot_tells_something_new_only_if_the_strengths_are_others() {
        FakeSnapshots snapshots = new FakeSnapshots();
        CoInterests interests = new CoInterests(snapshots, clock);

        snapshots.show(FakeSnapshots.ofCoInterest(3, 550, 1_000, 10_000));
        assertThat(interests.refresh()).isTrue();
        assertThat(interests.of("one")).containsOnlyKeys("another").containsEntry("another", 0.5);
        assertThat(interests.refresh()).isFalse();

        clock.advance(Duration.ofMinutes(10));
        snapshots.show(FakeSnapshots.ofCoInterest(4, 551, 1_000, 10_000));
        assertThat(interests.refresh()).isFalse();

        clock.advance(Duration.ofMinutes(10));
        snapshots.show(FakeSnapshots.ofCoInterest(5, 29, 100, 10_000));
        assertThat(interests.refresh()).isTrue();
        assertThat(interests.of("one")).isEmpty();
    }

    @Test
    void snapshots_that_follow_one_another_quickly_are_not_all_looked_at() {
        FakeSnapshots snapshots = new FakeSnapshots();
        CoInterests interests = new CoInterests(snapshots, clock);
        snapshots.show(FakeSnapshots.ofCoInterest(3, 550, 1_000, 10_000));
        assertThat(interests.refresh()).isTrue();

        snapshots.show(FakeSnapshots.ofCoInterest(4, 29, 100, 10_000));
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(interests.refresh()).isFalse();
        assertThat(interests.of("one")).containsEntry("another", 0.5);

        clock.advance(Duration.ofMillis(1));
        assertThat(interests.refresh()).isTrue();
        assertThat(interests.of("one")).isEmpty();
    }
}
