package io.guidepost.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guidepost.quiz.statistics.FakeSnapshots;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoInterestsTest {

    private static final Set<String> BOTH = Set.of("one", "another");

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
        CoInterests interests = new CoInterests(snapshots);

        assertThat(interests.refresh(BOTH)).isFalse();
        assertThat(interests.of("ai-specialist")).isEmpty();
    }

    @Test
    void a_new_snapshot_tells_something_new_only_if_the_strengths_are_others() {
        FakeSnapshots snapshots = new FakeSnapshots();
        CoInterests interests = new CoInterests(snapshots);

        snapshots.show(FakeSnapshots.ofCoInterest(3, 550, 1_000, 10_000));
        assertThat(interests.refresh(BOTH)).isTrue();
        assertThat(interests.of("one")).containsOnlyKeys("another").containsEntry("another", 0.5);
        assertThat(interests.refresh(BOTH)).isFalse();

        snapshots.show(FakeSnapshots.ofCoInterest(4, 551, 1_000, 10_000));
        assertThat(interests.refresh(BOTH)).isFalse();

        snapshots.show(FakeSnapshots.ofCoInterest(5, 29, 100, 10_000));
        assertThat(interests.refresh(BOTH)).isTrue();
        assertThat(interests.of("one")).isEmpty();
    }

    @Test
    void of_roles_that_nobody_asks_about_nothing_is_known() {
        FakeSnapshots snapshots = new FakeSnapshots();
        CoInterests interests = new CoInterests(snapshots);
        snapshots.show(FakeSnapshots.ofCoInterest(3, 550, 1_000, 10_000));

        assertThat(interests.refresh(Set.of("one", "unheard-of"))).isFalse();
        assertThat(interests.of("one")).isEmpty();

        assertThat(interests.refresh(BOTH)).isTrue();
        assertThat(interests.of("one")).containsEntry("another", 0.5);
    }
}
