package io.guidepost.related;

import io.guidepost.embedded.TestElasticsearch;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.guidepost.quiz.statistics.FakeSnapshots;
import io.guidepost.related.RelatedProperties.Embeddings;
import io.guidepost.related.RelatedProperties.Weights;
import io.guidepost.related.embedding.Vectors;
import io.guidepost.index.SearchUnavailableException;
import io.guidepost.release.FakeLiveSites;
import io.guidepost.release.FakeLiveSites.Published;
import io.guidepost.release.LiveDocument;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An index of many made-up guides, filled and filled anew as the server does it, on an embedded Elasticsearch of its own. The guides come from
 * memory. For benchmarks.
 */
public final class RebuildTrial implements AutoCloseable {

    private static final int WORDS = 20_000;
    private static final int PARAGRAPHS = 30;
    private static final int WORDS_EACH = 60;
    private static final int SKILLS = 8;

    private final TestElasticsearch engine;
    private final ElasticsearchClient client;
    private final FakeLiveSites sites = new FakeLiveSites();
    private final GuideIndex index;
    private final GuideFollower follower;
    private final Questions questions;

    /**
     * Starts it.
     *
     * @param guides how many guides there are
     * @param dimensions how many numbers the vector of each has
     */
    public RebuildTrial(int guides, int dimensions) {
        engine = TestElasticsearch.start(512);
        client = engine.client();
        sites.publish(Instant.EPOCH, IntStream.range(0, guides).mapToObj(number -> new Published(GuideTexts.TYPE,
                "guide-" + number, "role-" + number, JsonNodeFactory.instance.objectNode())).toList());
        Guides texts = new MadeUpGuides();
        LiveVectors vectors = new MadeUpVectors(dimensions);
        CoInterests none = new CoInterests(new FakeSnapshots());
        index = new ElasticsearchGuideIndex(client, Clock.systemUTC(),
                new RelatedProperties("rebuilt", new Weights(1, 160, 1, 20), new Embeddings(true)), dimensions);
        follower = new GuideFollower(sites, index, new IndexedGuides(texts, vectors), none, Clock.systemUTC());
        questions = new Questions(texts, vectors, none, follower);
    }

    /**
     * What readers saw while an index was filled anew.
     *
     * @param seconds how long it took
     * @param answers how long each answer took, in milliseconds, the quickest first
     * @param failures how many questions were not answered, or with nothing
     */
    public record Outcome(double seconds, List<Double> answers, int failures) {}

    /** Fills an empty index; gives the seconds that it took. */
    public double fill() {
        long start = System.nanoTime();
        follower.tick();
        if (follower.release() < 0) {
            throw new IllegalStateException("The index could not be filled");
        }
        return seconds(start);
    }

    /** Fills it anew, while one reader after the other asks for the guides like one. */
    public Outcome rebuild() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Double> answers = new ArrayList<>();
        List<Object> failures = new ArrayList<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            List<LiveDocument> guides = List.copyOf(sites.latest().documents());
            for (int i = 0; !over.get(); i++) {
                long start = System.nanoTime();
                try {
                    if (index.similar(questions.about(guides.get(i % guides.size())), 10).isEmpty()) {
                        failures.add("nothing");
                    }
                } catch (SearchUnavailableException failure) {
                    failures.add(failure);
                }
                answers.add(1_000 * seconds(start));
            }
        });
        long start = System.nanoTime();
        CompletableFuture<?> done = follower.rebuild();
        follower.tick();
        Object _ = done.join();
        double seconds = seconds(start);
        over.set(true);
        reader.join();
        return new Outcome(seconds, answers.stream().sorted().toList(), failures.size());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }

    /** Guides of random words, of which few are frequent and most are rare. */
    private static final class MadeUpGuides implements Guides {

        @Override
        public Map<String, GuideText> of(Collection<LiveDocument> guides) {
            Map<String, GuideText> texts = new HashMap<>();
            guides.forEach(guide -> {
                Random random = new Random(guide.id().hashCode());
                texts.put(guide.publication(), new GuideText(guide.title(), words(random, 15),
                        IntStream.range(0, PARAGRAPHS).mapToObj(_ -> words(random, WORDS_EACH)).toList(),
                        IntStream.range(0, SKILLS).mapToObj(_ -> words(random, 2)).toList(), null));
            });
            return texts;
        }

        private static String words(Random random, int count) {
            return IntStream.range(0, count)
                    .mapToObj(_ -> "word" + Integer.toString((int) Math.pow(WORDS, random.nextDouble()),
                            Character.MAX_RADIX))
                    .collect(Collectors.joining(" "));
        }

        @Override
        public Choices choices(LiveDocument guide) {
            return new Choices(List.of(), List.of());
        }
    }

    /** Random vectors. */
    private record MadeUpVectors(int dimensions) implements LiveVectors {

        @Override
        public boolean has(String publication) {
            return true;
        }

        @Override
        public Centre centre() {
            return Centre.NONE;
        }

        @Override
        public Map<String, float[]> of(Collection<String> publications) {
            Map<String, float[]> vectors = new HashMap<>();
            publications.forEach(publication -> {
                Random random = new Random(publication.hashCode());
                float[] vector = new float[dimensions];
                for (int i = 0; i < dimensions; i++) {
                    vector[i] = (float) random.nextGaussian();
                }
                vectors.put(publication, Vectors.unit(vector));
            });
            return vectors;
        }

        @Override
        public int generation() {
            return 0;
        }

        @Override
        public boolean isResting() {
            return true;
        }
    }
}
