package io.guidepost.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.index.Standing.Condition;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.security.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class IndexFollowerTest {

    private static final Duration COMPARISON = Duration.ofMinutes(5);

    private final FakeLiveSites sites = Pages.of(250);
    private final FakeSiteIndex index = new FakeSiteIndex();
    private final FakeContent content = new FakeContent();
    private final SettableClock clock = new SettableClock();
    private final PageFollower follower = new PageFollower(sites, index, content, clock);

    private Standing standing() {
        return follower.standing();
    }

    @Test
    void an_index_is_searched_once_it_is_full() {
        List<Boolean> searchable = new ArrayList<>();
        List<Integer> held = new ArrayList<>();
        content.asked = _ -> {
            searchable.add(follower.isSearchable());
            held.add(standing().held());
        };

        follower.tick();

        assertThat(searchable).containsOnly(false).hasSize(3);
        assertThat(held).containsExactly(0, 100, 200);
        assertThat(standing().wanted()).isEqualTo(250);
        assertThat(follower.isSearchable()).isTrue();
        assertThat(follower.isDegraded()).isFalse();
        assertThat(follower.release()).isEqualTo(1);
        assertThat(index.held).hasSize(250);
        assertThat(index.openings).isEqualTo(1);
    }

    @Test
    void while_an_index_is_filled_another_one_is_searched_if_there_is_one() {
        index.lent = true;
        List<Boolean> degraded = new ArrayList<>();
        content.asked = _ -> degraded.add(follower.isDegraded());

        follower.tick();

        assertThat(degraded).containsOnly(false).hasSize(3);
    }

    @Test
    void an_index_that_lacks_little_is_searched_at_once() {
        content.stamps(sites.latest()).forEach((id, stamp) -> index.held.put(id, stamp));
        index.held.keySet().removeIf(id -> id.endsWith("7"));
        List<Boolean> searchable = new ArrayList<>();
        content.asked = _ -> searchable.add(follower.isSearchable());

        follower.tick();

        assertThat(searchable).containsExactly(true);
        assertThat(index.held).hasSize(250);
    }

    @Test
    void only_what_a_release_changes_is_written() {
        follower.tick();
        List<Integer> asked = new ArrayList<>();
        content.asked = asked::add;
        int before = follower.generation();

        Pages.publish(sites, 0, 1);
        sites.withdraw(Instant.EPOCH, sites.latest().byId("page-1").orElseThrow());
        follower.tick();

        assertThat(asked).containsExactly(1);
        assertThat(index.held).hasSize(249).containsEntry("page-0", "page-0@2");
        assertThat(follower.release()).isEqualTo(3);
        assertThat(follower.generation()).isGreaterThan(before);
    }

    @Test
    void a_comparison_finds_what_is_missing_outdated_and_too_much_and_repairs_it() {
        follower.tick();
        index.held.remove("page-1");
        index.held.put("page-2", "page-2@0");
        index.held.put("stranger", "stranger@1");

        CompletableFuture<Checked> check = follower.check();
        follower.tick();

        Checked checked = check.join();
        assertThat(List.of(checked.missing(), checked.outdated(), checked.surplus(), checked.repaired()))
                .containsExactly(1, 1, 1, 3);
        assertThat(checked.entries()).isEqualTo(250);
        assertThat(index.held).isEqualTo(content.stamps(sites.latest()));
    }

    @Test
    void the_index_is_compared_from_time_to_time() {
        follower.tick();
        index.held.put("page-2", "page-2@0");
        follower.tick();
        assertThat(index.held).containsEntry("page-2", "page-2@0");

        clock.advance(COMPARISON);
        follower.tick();

        assertThat(index.held).containsEntry("page-2", "page-2@1");
    }

    @Test
    void while_the_engine_is_away_that_is_told_with_the_time_since() {
        follower.tick();
        clock.advance(Duration.ofSeconds(1));
        Instant lost = clock.instant();
        index.away = true;
        Pages.publish(sites, 0, 1);
        follower.tick();
        clock.advance(Duration.ofSeconds(1));
        follower.tick();

        assertThat(standing().condition()).isEqualTo(Condition.AWAY);
        assertThat(standing().since()).isEqualTo(lost);
        assertThat(follower.isSearchable()).isFalse();
        assertThat(follower.release()).isEqualTo(-1);
        Health health = new IndexHealth(List.of(follower)).health();
        assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.getStatus().getDescription()).contains("pages: Elasticsearch does not answer", lost
                .toString());

        index.away = false;
        follower.tick();

        assertThat(standing().condition()).isEqualTo(Condition.CURRENT);
        assertThat(follower.release()).isEqualTo(2);
        assertThat(new IndexHealth(List.of(follower)).health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void an_index_that_takes_nothing_new_is_searched_as_it_is() {
        follower.tick();
        index.refusal = "disk full";
        Pages.publish(sites, 0, 1);
        follower.tick();

        assertThat(standing().condition()).isEqualTo(Condition.REFUSING);
        assertThat(follower.isSearchable()).isTrue();
        assertThat(follower.isDegraded()).isTrue();
        assertThat(follower.release()).isEqualTo(1);

        index.refusal = null;
        follower.tick();

        assertThat(follower.isDegraded()).isFalse();
        assertThat(index.held).containsEntry("page-0", "page-0@2");
    }

    @Test
    void what_the_engine_cannot_take_keeps_nothing_else_out_and_is_told() {
        index.unfit.add("page-7");
        follower.tick();

        assertThat(follower.release()).isEqualTo(1);
        assertThat(index.held).hasSize(249);
        assertThat(follower.unfit()).containsOnlyKeys("page-7");
        assertThat(new IndexHealth(List.of(follower)).health().getStatus().getDescription())
                .contains("1 of the entries");
        List<Integer> asked = new ArrayList<>();
        content.asked = asked::add;
        clock.advance(COMPARISON);
        follower.tick();
        assertThat(asked).isEmpty();

        index.unfit.clear();
        CompletableFuture<Checked> check = follower.check();
        follower.tick();

        assertThat(check.join().unfit()).isEmpty();
        assertThat(index.held).hasSize(250);
    }

    @Test
    void an_engine_that_is_too_slow_for_much_at_once_is_sent_less() {
        index.pace = 30;
        for (int tick = 0; tick < 20 && follower.release() < 0; tick++) {
            follower.tick();
        }

        assertThat(index.held).hasSize(250);
    }

    @Test
    void an_index_filled_anew_takes_over_with_all_that_was_released_meanwhile() {
        follower.tick();
        index.held.put("page-3", "damaged");
        List<Integer> asked = new ArrayList<>();
        content.asked = size -> {
            asked.add(size);
            if (asked.size() == 1) {
                Pages.publish(sites, 250, 251);
            }
            if (asked.size() == 3) {
                assertThat(index.held).as("the index that is searched meanwhile").containsKey("page-250");
            }
        };

        CompletableFuture<?> rebuilding = follower.rebuild();
        assertThat(follower.rebuild()).isSameAs(rebuilding);
        follower.tick();

        assertThat(rebuilding.state()).isEqualTo(Future.State.SUCCESS);
        assertThat(standing().held()).isEqualTo(251);
        assertThat(index.held).isEqualTo(content.stamps(sites.latest()));
        assertThat(follower.release()).isEqualTo(2);
        assertThat(asked).hasSize(5);
    }

    @Test
    void what_was_asked_for_while_the_engine_is_away_fails_and_is_forgotten() {
        index.away = true;
        CompletableFuture<Checked> check = follower.check();
        follower.tick();

        assertThat(check.state()).isEqualTo(Future.State.FAILED);
        assertThat(check.exceptionNow()).isInstanceOf(SearchUnavailableException.class);
    }

    @Test
    void an_index_is_kept_when_it_is_opened_and_from_time_to_time() {
        follower.tick();
        follower.tick();
        assertThat(index.keeps).isEqualTo(1);

        clock.advance(Duration.ofMinutes(10));
        follower.tick();

        assertThat(index.keeps).isEqualTo(2);
    }
}
