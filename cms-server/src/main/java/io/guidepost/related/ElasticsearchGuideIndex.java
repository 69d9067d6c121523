package io.guidepost.related;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.guidepost.related.RelatedProperties.Weights;
import io.guidepost.index.ElasticsearchSiteIndex;
import io.guidepost.index.IndexDefinition;
import io.guidepost.index.Searched;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps guides in an Elasticsearch index by document id:
 *
 * {@snippet lang=json :
 * {"id": "guide-ai-specialist", "stamp": "guide-ai-specialist@4 3", "text": "How to become …",
 *  "stems": ["becom", "…"], "skills": ["engin prompt", "…"], "quizRole": "ai-specialist", "vector": [0.0123, …]}
 * }
 */
@Component
class ElasticsearchGuideIndex extends ElasticsearchSiteIndex implements GuideIndex {

    private static final String FILE = "/guidepost/search/guides.json";
    /** To be counted up when what is put into the index is made in another way. */
    private static final int FORM = 1;
    /** More stems than English guides have in common, and more roles than a quiz has; the engine refuses to give more than 65,536. */
    private static final int MOST = 60_000;

    private final ElasticsearchClient client;
    private final Weights weights;

    @Autowired
    ElasticsearchGuideIndex(ElasticsearchClient client, Clock clock, RelatedProperties properties,
            LiveVectors vectors) {
        this(client, clock, properties, vectors.dimensions());
    }

    /** An index for vectors of so many numbers. */
    ElasticsearchGuideIndex(ElasticsearchClient client, Clock clock, RelatedProperties properties, int dimensions) {
        super(client, clock, properties.index(),
                IndexDefinition.of(FILE, FORM, Map.of("DIMENSIONS", Integer.toString(dimensions))));
        this.client = client;
        this.weights = properties.weights();
    }

    /** Whatever else guides have in common, they have words in common. */
    @Override
    protected boolean canAsk(Searched other) {
        return other.has("id") && other.has("text") && other.has("stems");
    }

    @Override
    public DocumentFrequencies frequencies() {
        return call(() -> {
            SearchResponse<Void> answer = client.search(request -> request.index(searched().index()).size(0)
                    .trackTotalHits(hits -> hits.enabled(true))
                    .aggregations("stems", stems -> stems.terms(terms -> terms.field("stems").size(MOST))),
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
    public Set<String> quizRoles() {
        Searched searched = searched();
        return searched.has("quizRole") ? call(() -> quizRoles(searched.index())) : Set.of();
    }

    private Set<String> quizRoles(String guides) throws IOException {
        return Objects.requireNonNull(client.search(request -> request.index(guides).size(0)
                .aggregations("roles", roles -> roles.terms(terms -> terms.field("quizRole").size(MOST))), Void.class)
                .aggregations().get("roles")).sterms().buckets().array().stream().map(role -> role.key().stringValue())
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> similar(Question question, int limit) {
        return ask(() -> client
                .search(ElasticsearchGuideSearch.plain(question, searched(), limit, weights), Void.class)
                .hits().hits().stream().map(ElasticsearchGuideSearch::id).toList());
    }

    @Override
    public List<Match> explain(Question question, int limit) {
        return ask(() -> client
                .search(ElasticsearchGuideSearch.explained(question, searched(), limit, weights), Void.class)
                .hits().hits().stream().map(ElasticsearchGuideSearch::match).toList());
    }
}
