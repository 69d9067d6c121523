package io.guidepost.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.RangeBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.Suggestion;
import co.elastic.clients.elasticsearch.core.search.TermSuggestOption;
import io.guidepost.index.ElasticsearchSiteIndex;
import io.guidepost.index.IndexDefinition;
import io.guidepost.index.Searched;
import io.guidepost.search.Facets.Count;
import io.guidepost.search.Facets.MonthsCount;
import io.guidepost.search.Facets.PayCount;
import io.guidepost.search.Highlight.Place;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps what is searched in an Elasticsearch index by document id, and searches it. */
@Component
class ElasticsearchSearchIndex extends ElasticsearchSiteIndex implements SearchIndex {

    private static final String FILE = "/guidepost/search/site.json";
    /** To be counted up when what is put into the index is made in another way. */
    private static final int FORM = 2;
    /** So many steps of pay are counted, over all currencies, those first that most guides name. */
    private static final int PAY_STEPS = 20;
    /** So many passages of a text are shown, those first that have most of what was searched for. */
    private static final int MOST_OF_TEXT = 2;
    /** So many hits readers ask for mostly. */
    private static final int REHEARSED = 10;
    private static final List<String> NEEDED = List.of("id", "stamp", "type", "name", "title", "summary", "text");

    private final ElasticsearchClient client;

    /** Refuses to share an index with related careers. */
    @Autowired
    ElasticsearchSearchIndex(ElasticsearchClient client, Clock clock, SearchProperties properties,
            @Value("${guidepost.related.index:guidepost-guides}") String guides) {
        this(client, clock, properties.index());
        if (properties.index().equals(guides)) {
            throw new IllegalArgumentException("guidepost.search.index must not be guidepost.related.index.");
        }
    }

    ElasticsearchSearchIndex(ElasticsearchClient client, Clock clock, String alias) {
        this(client, clock, alias, IndexDefinition.of(FILE, FORM, Map.of()));
    }

    /** One of another definition. */
    ElasticsearchSearchIndex(ElasticsearchClient client, Clock clock, String alias, IndexDefinition definition) {
        super(client, clock, alias, definition);
        this.client = client;
    }

    /** Facets can be left out, and spelling; words cannot. */
    @Override
    protected boolean canAsk(Searched other) {
        return NEEDED.stream().allMatch(other::has);
    }

    @Override
    public SearchResults search(TypedText typed, SearchFilter filter, Collection<String> gone, int offset, int limit) {
        Searched searched = searched();
        return ask(() -> {
            SearchResponse<Void> found = client.search(new ElasticsearchSearchRequest(searched, typed, filter, gone)
                    .hits(offset, limit), Void.class);
            long total = total(found);
            String better = total == 0 ? better(found, typed) : null;
            if (better != null && total(client.search(new ElasticsearchSearchRequest(searched, TypedText.of(better,
                    SynonymGroups.NONE), filter, gone).count(), Void.class)) == 0) {
                better = null;
            }
            return new SearchResults(total, found.hits().hits().stream().map(ElasticsearchSearchIndex::hit).toList(),
                    facets(found), better, typed.cut(), false);
        });
    }

    @Override
    public List<String> suggest(String prefix, Collection<String> gone, int limit) {
        return ask(() -> client.search(ElasticsearchSearchRequest.suggest(searched().index(), prefix, gone, limit),
                Void.class).hits().hits().stream().map(hit -> value(hit, "id")).toList());
    }

    @Override
    public void rehearse(String text) {
        SearchResponse<Void> _ = call(() -> client.search(new ElasticsearchSearchRequest(searched(), TypedText.of(text,
                SynonymGroups.NONE), SearchFilter.NONE, List.of()).hits(0, REHEARSED), Void.class));
    }

    private static long total(SearchResponse<Void> found) {
        return Objects.requireNonNull(found.hits().total()).value();
    }

    private static String value(Hit<Void> hit, String field) {
        return Objects.requireNonNull(hit.fields().get(field)).to(String[].class)[0];
    }

    private static SearchHit hit(Hit<Void> hit) {
        List<Highlight> highlights = new ArrayList<>();
        for (Place place : Place.values()) {
            hit.highlight().getOrDefault(place.name().toLowerCase(Locale.ROOT), List.of()).stream()
                    .limit(place == Place.TEXT ? MOST_OF_TEXT : 1)
                    .forEach(marked -> highlights.add(new Highlight(place, Excerpts.of(marked))));
        }
        return new SearchHit(value(hit, "id"), value(hit, "stamp"), highlights);
    }

    private static Facets facets(SearchResponse<Void> found) {
        return new Facets(facet(found, ElasticsearchSearchRequest.TYPES, ElasticsearchSearchIndex::counts),
                facet(found, ElasticsearchSearchRequest.SKILLS, ElasticsearchSearchIndex::counts),
                facet(found, ElasticsearchSearchRequest.PAY, ElasticsearchSearchIndex::pay),
                facet(found, ElasticsearchSearchRequest.MONTHS, ElasticsearchSearchIndex::months));
    }

    /** What was counted under a name; nothing if it was not asked for. */
    private static <T> List<T> facet(SearchResponse<Void> found, String name, Function<Aggregate, List<T>> read) {
        Aggregate counted = found.aggregations().get(name);
        return counted == null
                ? List.of()
                : read.apply(Objects.requireNonNull(counted.filter().aggregations().get(
                        ElasticsearchSearchRequest.CHOSEN)));
    }

    private static List<Count> counts(Aggregate values) {
        return values.sterms().buckets().array().stream()
                .map(bucket -> new Count(bucket.key().stringValue(), bucket.docCount())).toList();
    }

    private static List<PayCount> pay(Aggregate currencies) {
        List<PayCount> steps = new ArrayList<>();
        for (StringTermsBucket currency : currencies.sterms().buckets().array()) {
            Map<Integer, Long> amounts = new HashMap<>();
            for (LongTermsBucket amount : Objects.requireNonNull(currency.aggregations()
                    .get(ElasticsearchSearchRequest.AMOUNTS)).lterms().buckets().array()) {
                amounts.put(Math.toIntExact(amount.key()), amount.docCount());
            }
            steps.addAll(PaySteps.of(currency.key().stringValue(), amounts));
        }
        return steps.subList(0, Math.min(PAY_STEPS, steps.size()));
    }

    private static List<MonthsCount> months(Aggregate steps) {
        List<MonthsCount> counts = new ArrayList<>();
        for (RangeBucket step : steps.range().buckets().array()) {
            if (step.docCount() > 0) {
                counts.add(new MonthsCount(Objects.requireNonNull(step.from()).intValue(), last(step.to()),
                        step.docCount()));
            }
        }
        return counts;
    }

    /** The last month of a step that ends before another begins. */
    private static @Nullable Integer last(@Nullable Double next) {
        return next == null || next.isInfinite() ? null : next.intValue() - 1;
    }

    /** What was typed with other words for those that stand nowhere; null: there are none. */
    private static @Nullable String better(SearchResponse<Void> found, TypedText typed) {
        List<Suggestion<Void>> words = found.suggest().get(ElasticsearchSearchRequest.SPELLING);
        if (words == null) {
            return null;
        }
        List<String> spelled = new ArrayList<>();
        for (Suggestion<Void> word : words) {
            List<TermSuggestOption> options = word.term().options();
            spelled.add(options.isEmpty() ? word.term().text() : options.getFirst().text());
        }
        String better = String.join(" ", spelled);
        return better.equals(String.join(" ", Words.of(typed.text()))) ? null : better;
    }
}
