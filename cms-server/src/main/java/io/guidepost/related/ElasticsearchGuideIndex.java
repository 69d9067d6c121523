package io.guidepost.related;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.TermVectorOption;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps guides in an Elasticsearch index behind an alias, by document id. Writes need the alias, so that no index without the
 * right mapping can come about by itself:
 *
 * {@snippet lang=json :
 * {"id": "guide-ai-specialist", "publication": "guide-ai-specialist@4", "role": "AI specialist", "text": "How to become …"}
 * }
 */
@Component
class ElasticsearchGuideIndex implements GuideIndex {

    private static final int PAGE = 1_000;

    private final ElasticsearchClient client;
    private final Clock clock;
    private final String alias;

    ElasticsearchGuideIndex(ElasticsearchClient client, Clock clock,
            @Value("${guidepost.related.index:guidepost-guides}") String alias) {
        this.client = client;
        this.clock = clock;
        this.alias = alias;
    }

    @Override
    public void create() {
        ask(() -> {
            if (!client.indices().existsAlias(request -> request.name(alias)).value()) {
                client.indices().create(request -> request.index(alias + "-" + clock.millis())
                        .aliases(alias, of -> of.isWriteIndex(true))
                        .settings(settings -> settings.numberOfShards("1").numberOfReplicas("0"))
                        .mappings(mappings -> mappings.properties("id", id -> id.keyword(keyword -> keyword))
                                .properties("publication", publication -> publication.keyword(keyword -> keyword))
                                .properties("role", role -> role.text(text -> text.analyzer("english")))
                                .properties("text", body -> body
                                        .text(text -> text.analyzer("english").termVector(TermVectorOption.Yes)))));
            }
            return true;
        });
    }

    @Override
    public Map<String, String> publications() {
        return ask(() -> {
            Map<String, String> publications = new HashMap<>();
            String last = "";
            while (true) {
                String from = last;
                SearchResponse<Guide> page = client.search(request -> request.index(alias).size(PAGE)
                        .source(source -> source.filter(filter -> filter.includes("id", "publication")))
                        .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)))
                        .searchAfter(value -> value.stringValue(from)), Guide.class);
                List<Hit<Guide>> hits = page.hits().hits();
                if (hits.isEmpty()) {
                    return publications;
                }
                for (Hit<Guide> hit : hits) {
                    Guide guide = Objects.requireNonNull(hit.source());
                    publications.put(guide.id(), guide.publication());
                    last = guide.id();
                }
            }
        });
    }

    @Override
    public long count() {
        return ask(() -> client.count(request -> request.index(alias)).count());
    }

    @Override
    public void put(Collection<Guide> guides) {
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(alias).requireAlias(true).refresh(Refresh.True);
        for (Guide guide : guides) {
            bulk.operations(operation -> operation.index(put -> put.id(guide.id()).document(guide)));
        }
        send(bulk.build());
    }

    @Override
    public void remove(Collection<String> ids) {
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(alias).requireAlias(true).refresh(Refresh.True);
        for (String id : ids) {
            bulk.operations(operation -> operation.delete(delete -> delete.id(id)));
        }
        send(bulk.build());
    }

    @Override
    public List<String> similar(String id, int limit) {
        return ask(() -> client
                .search(request -> request.index(alias).size(limit).source(source -> source.fetch(false))
                        .query(query -> query.moreLikeThis(like -> like.fields("text")
                                .like(document -> document.document(of -> of.index(alias).id(id))).minTermFreq(1)
                                .minDocFreq(1).maxQueryTerms(150).minimumShouldMatch("5%"))),
                        Void.class)
                .hits().hits().stream().map(hit -> Objects.requireNonNull(hit.id())).toList());
    }

    private void send(BulkRequest bulk) {
        BulkResponse answer = ask(() -> client.bulk(bulk));
        if (answer.errors()) {
            throw new SearchUnavailableException(new IOException("Elasticsearch refused a part of a bulk request: "
                    + answer.items().stream().filter(item -> item.error() != null).findFirst()));
        }
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException | ElasticsearchException failure) {
            throw new SearchUnavailableException(failure);
        }
    }

    private interface Question<T> {

        T ask() throws IOException;
    }
}
