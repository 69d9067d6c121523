package io.guidepost.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.index.FakeSiteIndex;
import io.guidepost.index.SearchUnavailableException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchFollowerTest {

    private final SearchedPages pages = new SearchedPages();
    private final AskedIndex index = new AskedIndex();
    private final SearchFollower follower = new SearchFollower(pages.sites, index, new SearchedSite(SearchedPages.MODEL,
            pages.sites), Clock.systemUTC());

    /** An index that keeps what it was asked. */
    private static final class AskedIndex extends FakeSiteIndex implements SearchIndex {

        private final List<String> asked = new ArrayList<>();
        private boolean fails;

        @Override
        public void rehearse(String text) {
            reach();
            if (fails) {
                throw new SearchUnavailableException(new IllegalStateException("all shards failed"));
            }
            asked.add(text);
        }

        @Override
        public SearchResults search(TypedText typed, SearchFilter filter, Collection<String> gone, int offset,
                int limit) {
            return SearchResults.UNASKED;
        }

        @Override
        public List<String> suggest(String prefix, Collection<String> gone, int limit) {
            return List.of();
        }
    }

    private void publish(String role) {
        pages.publish(SearchedPages.guide(role, role, "About it.", "More of it.", List.of(), "EUR", 1, 1));
    }

    @Test
    void an_engine_searches_for_titles_once_there_are_any() {
        follower.tick();
        assertThat(follower.isSearchable()).isTrue();
        assertThat(index.asked).isEmpty();

        publish("nurse");
        follower.tick();
        assertThat(index.asked).containsExactly("nurse");

        publish("welder");
        follower.tick();
        assertThat(index.asked).containsExactly("nurse");
    }

    @Test
    void a_few_titles_are_enough() {
        List.of("baker", "cook", "nurse", "tailor", "welder").forEach(this::publish);

        follower.tick();

        assertThat(index.asked).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void an_index_follows_though_it_cannot_be_searched_yet() {
        index.fails = true;
        publish("nurse");
        follower.tick();
        publish("welder");
        follower.tick();

        assertThat(follower.isSearchable()).isTrue();
        assertThat(follower.isDegraded()).isFalse();
        assertThat(index.held).hasSize(2);
    }

    @Test
    void an_index_is_filled_though_the_one_that_is_lent_meanwhile_cannot_be_searched() {
        index.fails = true;
        index.lent = true;
        publish("nurse");

        follower.tick();

        assertThat(follower.isDegraded()).isFalse();
        assertThat(index.held).containsOnlyKeys("nurse");
    }

    @Test
    void an_engine_that_comes_back_searches_for_them_again() {
        publish("nurse");
        follower.tick();
        index.asked.clear();

        index.away = true;
        for (int i = 0; i < 20 && follower.isSearchable(); i++) {
            follower.tick();
        }
        assertThat(follower.isSearchable()).isFalse();
        index.away = false;
        follower.tick();

        assertThat(follower.isSearchable()).isTrue();
        assertThat(index.asked).containsExactly("nurse");
    }
}
