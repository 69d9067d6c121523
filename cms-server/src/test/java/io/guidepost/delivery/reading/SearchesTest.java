package io.guidepost.delivery.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.search.Facets;
import io.guidepost.search.SearchFilter;
import io.guidepost.search.SearchResults;
import io.guidepost.search.SiteQuery;
import io.guidepost.search.SiteSearch;
import io.guidepost.search.Suggestions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchesTest {

    private static final SearchResults FOUND = new SearchResults(0, List.of(), Facets.NONE, null, false, false);
    private static final Suggestions SUGGESTED = new Suggestions(List.of(), false);

    private final Clockwork engine = new Clockwork();
    private final Searches searches = new Searches(engine, () -> engine.now);

    /** An engine that takes its time. */
    private static final class Clockwork implements SiteSearch {

        private final List<String> asked = new ArrayList<>();
        private Duration each = Duration.ZERO;
        private long now;

        @Override
        public SearchResults search(SiteQuery query) {
            asked.add(query.text());
            now += each.toNanos();
            return FOUND;
        }

        @Override
        public Suggestions suggest(String prefix, int limit) {
            asked.add(prefix);
            now += each.toNanos();
            return SUGGESTED;
        }
    }

    private SearchResults search(String text) {
        return searches.search(new SiteQuery(text, SearchFilter.NONE, 0, 10));
    }

    @Test
    void the_same_question_is_put_once() {
        assertThat(search("nurse")).isEqualTo(search("nurse"));
        assertThat(searches.suggest("nur", 5)).isEqualTo(searches.suggest("nur", 5));

        assertThat(engine.asked).containsExactly("nurse", "nur");
        assertThat(searches.isDegraded()).isFalse();
    }

    @Test
    void a_quick_engine_is_asked_as_often_as_one_likes() {
        engine.each = Duration.ofMillis(40);

        for (int i = 0; i < 24; i++) {
            assertThat(search("nurse " + i)).isEqualTo(FOUND);
        }

        assertThat(searches.isDegraded()).isFalse();
    }

    @Test
    void a_slow_engine_is_asked_nothing_more_once_patience_is_over() {
        engine.each = Duration.ofMillis(600);

        assertThat(search("nurse")).isEqualTo(FOUND);
        assertThat(searches.suggest("we", 5)).isEqualTo(SUGGESTED);
        assertThat(search("welder")).isEqualTo(SearchResults.UNASKED);
        assertThat(searches.suggest("ba", 5)).isEqualTo(Suggestions.UNASKED);
        assertThat(search("nurse")).isEqualTo(FOUND);

        assertThat(engine.asked).containsExactly("nurse", "we");
        assertThat(searches.isDegraded()).isTrue();
    }
}
