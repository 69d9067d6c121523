package io.guidepost.related;

import io.guidepost.embedded.TestElasticsearch;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import io.guidepost.related.GuideIndex.Question;
import io.guidepost.related.RelatedProperties.Embeddings;
import io.guidepost.related.RelatedProperties.Weights;
import io.guidepost.related.embedding.Vectors;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The ranking as the server does it, over guides that are given to it, on an embedded Elasticsearch of its own. For benchmarks. */
public final class RankingTrial implements AutoCloseable {

    private static final String BASELINE = "baseline";

    private final TestElasticsearch engine;
    private final ElasticsearchClient client;
    private final Map<String, float[]> wholes = new LinkedHashMap<>();
    private final Map<String, GuideText> texts = new LinkedHashMap<>();
    private final int dimensions;
    private Centre centre = Centre.NONE;
    private DocumentFrequencies frequencies = new DocumentFrequencies(0, Map.of());

    /** Starts it, with vectors of so many numbers a text. */
    public RankingTrial(int dimensions) {
        this.dimensions = dimensions;
        engine = TestElasticsearch.start(256);
        client = engine.client();
    }

    /**
     * What the parts count.
     *
     * @param text the words in common
     * @param vectors the meanings
     * @param skills the skills in common
     */
    public record Parts(double text, double vectors, double skills) {

        /** As they are unless somebody sets them. */
        public static final Parts DEFAULT = new Parts(1, 160, 3);

        RelatedProperties settings() {
            return new RelatedProperties("trial", new Weights(text, vectors, skills, 0), new Embeddings(true));
        }
    }

    /** Takes in guides in place of all others; the vectors of their paragraphs come from the function. */
    public void load(List<TrialGuide> guides, Function<String, float[]> embedding) throws IOException {
        texts.clear();
        wholes.clear();
        float[] mean = new float[Centre.parts() * dimensions];
        for (TrialGuide guide : guides) {
            GuideText text = guide.text();
            texts.put(guide.id(), text);
            float[] whole = Centre.whole(text, embedding, dimensions);
            wholes.put(guide.id(), whole);
            Vectors.add(mean, whole, 1.0 / guides.size());
        }
        centre = new Centre(1, guides.size(), mean);
        index();
        baseline();
    }

    private ElasticsearchGuideIndex index(Parts parts) {
        return new ElasticsearchGuideIndex(client, Clock.systemUTC(), parts.settings(), Centre.parts() * dimensions);
    }

    private void index() {
        ElasticsearchGuideIndex index = index(Parts.DEFAULT);
        index.create();
        index.open();
        List<String> before = List.copyOf(index.stamps().keySet());
        index.remove(before);
        index.put(texts.entrySet().stream().map(guide -> IndexedGuides.entry(guide.getKey(), guide.getKey(), guide
                .getValue(), centre.centred(Objects.requireNonNull(wholes.get(guide.getKey()))))).toList());
        index.refresh();
        frequencies = index.frequencies();
    }

    private void baseline() throws IOException {
        if (client.indices().exists(request -> request.index(BASELINE)).value()) {
            client.indices().delete(request -> request.index(BASELINE));
        }
        client.indices().create(request -> request.index(BASELINE).settings(settings -> settings.numberOfShards("1"))
                .mappings(mappings -> mappings.properties("text", text -> text.text(of -> of.analyzer("english")))));
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(BASELINE).refresh(Refresh.True);
        texts.forEach((id, text) -> bulk.operations(operation -> operation
                .index(put -> put.id(id).document(Map.of("text", text.all())))));
        if (client.bulk(bulk.build()).errors()) {
            throw new IOException("A guide was refused");
        }
    }

    /** The guides like one, found with the parts so weighted, the closest first. */
    public List<String> similar(String id, int limit, Parts parts) {
        return index(parts).similar(question(id), limit);
    }

    private Question question(String id) {
        GuideText text = Objects.requireNonNull(texts.get(id));
        return Questions.about(id, text, frequencies, centre.centred(Objects.requireNonNull(wholes.get(id))), Map.of());
    }

    /** The guides like one, found with {@code more_like_this} and nothing set but the field. */
    public List<String> moreLikeThis(String id, int limit) throws IOException {
        return client.search(request -> request.index(BASELINE).size(limit).source(source -> source.fetch(false))
                .query(query -> query.moreLikeThis(like -> like.fields("text")
                        .like(document -> document.document(of -> of.index(BASELINE).id(id))))),
                Void.class).hits().hits().stream().map(hit -> Objects.requireNonNull(hit.id())).toList();
    }

    /** A guide of a trial. */
    public record TrialGuide(String id, String title, String summary, List<String> texts, List<String> skills) {

        GuideText text() {
            return new GuideText(title, summary, Paragraphs.of(texts), skills, null);
        }
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
