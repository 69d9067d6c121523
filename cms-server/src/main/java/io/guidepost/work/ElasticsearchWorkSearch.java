package io.guidepost.work;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.util.NamedValue;
import io.guidepost.editorial.Workflow;
import io.guidepost.work.WorkIndex.Found;
import io.guidepost.work.WorkPage.Counts;
import io.guidepost.work.WorkQuery.Filters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One search: the request that it makes, and what it reads in the answer. */
final class ElasticsearchWorkSearch {

    private static final List<String> MARKED = List.of("title", "text");
    private static final String MARK = "<mark>";
    private static final String OF = "of";

    private final WorkQuery query;
    private final Filters filters;

    ElasticsearchWorkSearch(WorkQuery query) {
        this.query = query;
        this.filters = query.filters();
    }

    /** All that is read of an entry. */
    record Shown(WorkItem item) {}

    SearchRequest request(String index) {
        Query types = ElasticsearchWorkQueries.oneOf("type", filters.types());
        Query states = ElasticsearchWorkQueries.oneOf("state", filters.states());
        SearchRequest.Builder request = new SearchRequest.Builder().index(index).size(size())
                .source(source -> source.filter(filter -> filter.includes("item")))
                .trackTotalHits(hits -> hits.enabled(true)).query(ElasticsearchWorkQueries.of(filters))
                .postFilter(both -> both.bool(bool -> bool.filter(types, states)))
                .aggregations("states",
                        counts -> counts.filter(types).aggregations(OF,
                                of -> of.terms(terms -> terms.field("state").size(10))))
                .aggregations("types", counts -> counts.filter(states).aggregations(OF,
                        of -> of.terms(terms -> terms.field("type").size(1_000))))
                .sort(sorting());
        Cursor after = query.after();
        if (query.order() == WorkOrder.RELEVANCE) {
            request.from(query.from());
        } else if (after != null) {
            request.searchAfter(FieldValue.of(after.value()), FieldValue.of(after.id()));
        }
        if (!filters.text().isEmpty()) {
            request.highlight(highlight());
        }
        return request.build();
    }

    private int size() {
        return query.order() == WorkOrder.RELEVANCE
                ? Math.min(query.limit(), Cursor.MOST_RELEVANT - query.from())
                : query.limit();
    }

    private List<SortOptions> sorting() {
        SortOrder direction = query.ascending() ? SortOrder.Asc : SortOrder.Desc;
        SortOptions first = SortOptions.of(sort -> switch (query.order()) {
            case RELEVANCE -> sort.score(score -> score.order(direction));
            case CHANGED -> sort.field(field -> field.field("changed").order(direction));
            case CREATED -> sort.field(field -> field.field("created").order(direction));
            case TITLE -> sort.field(field -> field.field("titleOrder").order(direction));
            case SUBMITTED -> sort.field(field -> field.field("submitted").order(direction));
        });
        return List.of(first, SortOptions.of(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc))));
    }

    /** Marks words in titles and texts, by their forms or, where that marks more, as they stand. */
    private Highlight highlight() {
        List<NamedValue<HighlightField>> fields = new ArrayList<>();
        for (String field : MARKED) {
            HighlightField marked = HighlightField.of(highlight -> highlight
                    .highlightQuery(ElasticsearchWords.marks(field, filters.text()))
                    .numberOfFragments(field.equals("title") ? 0 : 3).fragmentSize(160));
            fields.add(NamedValue.of(field, marked));
            fields.add(NamedValue.of(field + ".exact", marked));
        }
        return Highlight.of(highlight -> highlight.fields(fields).encoder(HighlighterEncoder.Html)
                .preTags(MARK).postTags("</mark>").maxAnalyzedOffset(400_000));
    }

    Found read(SearchResponse<Shown> answer) {
        Map<String, Long> states = new LinkedHashMap<>();
        Workflow.STATES.forEach(state -> states.put(state, 0L));
        states.putAll(counts(answer, "states"));
        return new Found(Objects.requireNonNull(answer.hits().total()).value(),
                new Counts(states, new TreeMap<>(counts(answer, "types"))),
                answer.hits().hits().stream()
                        .map(hit -> new WorkIndex.Hit(Objects.requireNonNull(hit.source()).item()
                                .highlighted(marks(hit.highlight())),
                                Objects.requireNonNull(hit.sort().getFirst()._get())))
                        .toList());
    }

    private static Map<String, Long> counts(SearchResponse<Shown> answer, String name) {
        Aggregate of = Objects.requireNonNull(
                Objects.requireNonNull(answer.aggregations().get(name)).filter().aggregations().get(OF));
        Map<String, Long> counts = new LinkedHashMap<>();
        of.sterms().buckets().array().forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
        return counts;
    }

    private static int count(List<String> fragments) {
        return fragments.stream().mapToInt(fragment -> fragment.split(MARK, -1).length - 1).sum();
    }

    private static Map<String, List<String>> marks(Map<String, List<String>> found) {
        Map<String, List<String>> marks = new LinkedHashMap<>();
        for (String field : MARKED) {
            List<String> byForm = found.getOrDefault(field, List.of());
            List<String> asWritten = found.getOrDefault(field + ".exact", List.of());
            List<String> fragments = count(asWritten) > count(byForm) ? asWritten : byForm;
            if (!fragments.isEmpty()) {
                marks.put(field, fragments);
            }
        }
        return marks;
    }
}
