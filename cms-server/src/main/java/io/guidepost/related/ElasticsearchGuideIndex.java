package io.guidepost.related;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps guides in an Elasticsearch index by document id. It is filled under an alias that is named after its definition; once it is full,
 * the alias that is searched leads to it. Writes need the alias, so that no index without the right mapping can come about by itself:
 *
 * {@snippet lang=json :
 * {"id": "guide-ai-specialist", "stamp": "guide-ai-specialist@4 3", "text": "How to become …",
 *  "stems": ["becom", "…"], "skills": ["engin prompt", "…"], "quizRole": "ai-specialist", "vector": [0.0123, …]}
 * }
 */
@Component
class ElasticsearchGuideIndex implements GuideIndex {

    private static final int PAGE = 1_000;
    /** More stems than English guides have in common; the engine refuses to give more than 65,536. */
    private static final int STEMS = 60_000;

    private final ElasticsearchClient client;
    private final Clock clock;
    private final RelatedProperties properties;
    private final ElasticsearchGuideDefinition definition;
    private final String searched;
    private final String filled;

    @Autowired
    ElasticsearchGuideIndex(ElasticsearchClient client, Clock clock, RelatedProperties properties,
            LiveVectors vectors) {
        this(client, clock, properties, vectors.dimensions());
    }

    /** An index for vectors of so many numbers. */
    ElasticsearchGuideIndex(ElasticsearchClient client, Clock clock, RelatedProperties properties, int dimensions) {
        this.client = client;
        this.clock = clock;
        this.properties = properties;
        this.definition = ElasticsearchGuideDefinition.of(dimensions);
        this.searched = properties.index();
        this.filled = searched + "-" + definition.hash();
    }

    private record Stamped(String id, String stamp) {}

    @Override
    public void create() {
        ask(() -> {
            if (!client.indices().existsAlias(request -> request.name(filled)).value()) {
                client.indices()
                        .create(request -> request.withJson(new StringReader(definition.json()))
                                .index(filled + "-" + clock.millis()).aliases(filled, of -> of.isWriteIndex(true)));
            }
            return true;
        });
    }

    @Override
    public void open() {
        ask(() -> {
            Set<String> wanted = client.indices().getAlias(request -> request.name(filled)).aliases().keySet();
            Set<String> present = client.indices().existsAlias(request -> request.name(searched)).value()
                    ? client.indices().getAlias(request -> request.name(searched)).aliases().keySet()
                    : Set.of();
            List<Action> actions = new ArrayList<>();
            wanted.stream().filter(index -> !present.contains(index)).forEach(index -> actions.add(Action
                    .of(action -> action.add(add -> add.index(index).alias(searched)))));
            present.stream().filter(index -> !wanted.contains(index)).forEach(index -> actions.add(Action
                    .of(action -> action.removeIndex(remove -> remove.index(index)))));
            return actions.isEmpty()
                    || client.indices().updateAliases(request -> request.actions(actions)).acknowledged();
        });
    }

    @Override
    public Map<String, String> stamps() {
        return ask(() -> {
            Map<String, String> stamps = new HashMap<>();
            String last = "";
            while (true) {
                String from = last;
                SearchResponse<Stamped> page = client.search(request -> request.index(filled).size(PAGE)
                        .source(source -> source.filter(filter -> filter.includes("id", "stamp")))
                        .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)))
                        .searchAfter(value -> value.stringValue(from)), Stamped.class);
                List<Hit<Stamped>> hits = page.hits().hits();
                if (hits.isEmpty()) {
                    return stamps;
                }
                for (Hit<Stamped> hit : hits) {
                    Stamped guide = Objects.requireNonNull(hit.source());
                    stamps.put(guide.id(), guide.stamp());
                    last = guide.id();
                }
            }
        });
    }

    @Override
    public long count() {
        return ask(() -> client.count(request -> request.index(filled)).count());
    }

    @Override
    public DocumentFrequencies frequencies() {
        return ask(() -> {
            SearchResponse<Void> answer = client.search(request -> request.index(filled).size(0)
                    .trackTotalHits(hits -> hits.enabled(true))
                    .aggregations("stems", stems -> stems.terms(terms -> terms.field("stems").size(STEMS))),
                    Void.class);
            Map<String, Integer> counts = new HashMap<>();
            for (StringTermsBucket stem : Objects.requireNonNull(answer.aggregations().get("stems")).sterms().buckets()
                    .array()) {
                counts.put(stem.key().stringValue(), Math.toIntExact(stem.docCount()));
            }
            return new DocumentFrequencies(Math.toIntExact(Objects.requireNonNull(answer.hits().total()).value()),
                    counts);
        });
    }

    @Override
    public void put(Collection<Guide> guides) {
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(filled).requireAlias(true).refresh(Refresh.True);
        for (Guide guide : guides) {
            bulk.operations(operation -> operation.index(put -> put.id(guide.id()).document(guide)));
        }
        send(bulk.build());
    }

    @Override
    public void remove(Collection<String> ids) {
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(filled).requireAlias(true).refresh(Refresh.True);
        for (String id : ids) {
            bulk.operations(operation -> operation.delete(delete -> delete.id(id)));
        }
        send(bulk.build());
    }

    @Override
    public List<String> similar(Question question, int limit) {
        return ask(() -> client
                .search(ElasticsearchGuideSearch.plain(question, searched, limit, properties.weights()), Void.class)
                .hits().hits().stream().map(ElasticsearchGuideSearch::id).toList());
    }

    @Override
    public List<Match> explain(Question question, int limit) {
        return ask(() -> client
                .search(ElasticsearchGuideSearch.explained(question, searched, limit, properties.weights()), Void.class)
                .hits().hits().stream().map(ElasticsearchGuideSearch::match).toList());
    }

    private void send(BulkRequest bulk) {
        BulkResponse answer = ask(() -> client.bulk(bulk));
        if (answer.errors()) {
            throw new SearchUnavailableException(new IOException("Elasticsearch refused a part of a bulk request: "
                    + answer.items().stream().filter(item -> item.error() != null).findFirst()));
        }
    }

    private static <T> T ask(Inquiry<T> inquiry) {
        try {
            return inquiry.ask();
        } catch (IOException | ElasticsearchException failure) {
            throw new SearchUnavailableException(failure);
        }
    }

    private interface Inquiry<T> {

        T ask() throws IOException;
    }
}
