package io.guidepost.benchmark;

import io.guidepost.related.RankingTrial;
import io.guidepost.related.RankingTrial.Parts;
import io.guidepost.related.RankingTrial.TrialGuide;
import io.guidepost.related.embedding.EmbeddingModel;
import io.guidepost.related.embedding.MiniLm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How good the related careers are: occupations of O*NET as guides, each asked for its related ones, held against what O*NET says. Each part of the
 * ranking alone, all of it, and {@code more_like_this} as it comes with Elasticsearch. Half of the occupations, by a hash of their codes, is
 * there to tune on; the other half is held back. Arguments: the folder with {@code occupations.ndjson} and {@code related.tsv}, then settings
 * {@code text=1 vectors=160 skills=3}; several lists of settings are parted by {@code /}.
 */
public final class RelatedRanking {

    private static final int ASKED = 20;
    private static final int ALTERNATIVE_TITLES = 12;

    private final Map<String, Map<String, Integer>> gains;
    private final List<JsonNode> occupations;

    private RelatedRanking(Map<String, Map<String, Integer>> gains, List<JsonNode> occupations) {
        this.gains = gains;
        this.occupations = occupations;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "").toAbsolutePath().normalize();
        if (!Files.isReadable(data.resolve("occupations.ndjson")) || !Files.isReadable(data.resolve("related.tsv"))) {
            System.err.printf("There is no occupations.ndjson with related.tsv in %s. Name their folder as the first"
                    + " argument: -Dbenchmark.arguments=\"/path/to/onet-29.3\"%n", data);
            System.exit(2);
        }
        List<Parts> settings = settings(arguments);
        read(data).run(settings);
    }

    private static List<Parts> settings(String[] arguments) {
        List<Parts> settings = new ArrayList<>();
        Parts parts = Parts.DEFAULT;
        for (String argument : Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length)) {
            String[] setting = argument.split("=");
            switch (setting[0]) {
                case "/" -> settings.add(parts);
                case "text" -> parts = new Parts(Double.parseDouble(setting[1]), parts.vectors(), parts.skills());
                case "vectors" -> parts = new Parts(parts.text(), Double.parseDouble(setting[1]), parts.skills());
                case "skills" -> parts = new Parts(parts.text(), parts.vectors(), Double.parseDouble(setting[1]));
                default -> throw new IllegalArgumentException(argument);
            }
        }
        settings.add(parts);
        return settings;
    }

    private static RelatedRanking read(Path data) throws IOException {
        Map<String, Map<String, Integer>> gains = new LinkedHashMap<>();
        for (String line : Files.readAllLines(data.resolve("related.tsv"))) {
            String[] row = line.split("\t");
            int gain = switch (row[2]) {
                case "Primary-Short" -> 3;
                case "Primary-Long" -> 2;
                case "Supplemental" -> 1;
                default -> 0;
            };
            if (gain > 0) {
                gains.computeIfAbsent(row[0], _ -> new LinkedHashMap<>()).put(row[1], gain);
            }
        }
        Set<String> known = new HashSet<>(gains.keySet());
        gains.values().forEach(related -> known.addAll(related.keySet()));
        List<JsonNode> occupations = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve("occupations.ndjson"))) {
            JsonNode occupation = JsonMapper.shared().readTree(line);
            if (known.contains(occupation.get("code").asString())) {
                occupations.add(occupation);
            }
        }
        return new RelatedRanking(gains, occupations);
    }

    private void run(List<Parts> settings) throws IOException {
        System.out.printf("%d occupations%n", occupations.size());
        Map<String, float[]> vectors = new LinkedHashMap<>();
        EmbeddingModel model = new MiniLm();
        try (RankingTrial trial = new RankingTrial(model.dimensions());
                EmbeddingModel.Loaded loaded = model.load()) {
            for (boolean rich : new boolean[]{false, true}) {
                long start = System.nanoTime();
                trial.load(occupations.stream().map(occupation -> guide(occupation, rich)).toList(), text -> {
                    if (vectors.size() % 5_000 == 4_999) {
                        System.out.printf("embedded %,d paragraphs%n", vectors.size() + 1);
                    }
                    return vectors.computeIfAbsent(text, loaded::embed);
                });
                System.out.printf(Locale.ROOT, "%,d paragraphs embedded and indexed after %.0f s%n", vectors.size(),
                        (System.nanoTime() - start) / 1e9);
                System.out.printf("%n## From %s%n%n", rich
                        ? "title, description, tasks, alternative titles and keywords"
                        : "title, description and tasks");
                System.out
                        .println("|                            | tuned on: nDCG@10 |   P@5 |  R@20 | held back: nDCG@10"
                                + " |   P@5 |  R@20 |     50 % |     99 % |");
                measure("more_like_this, defaults", code -> trial.moreLikeThis(code, ASKED));
                if (settings.size() == 1) {
                    Parts parts = settings.getFirst();
                    measure("text alone", only(trial, new Parts(parts.text(), 0, 0)));
                    measure("vectors alone", only(trial, new Parts(0, parts.vectors(), 0)));
                    if (rich) {
                        measure("skills alone", only(trial, new Parts(0, 0, parts.skills())));
                    }
                }
                for (Parts parts : settings) {
                    if (!rich && parts.skills() != settings.getFirst().skills()) {
                        continue;
                    }
                    measure(settings.size() == 1 ? "all parts" : text(parts), only(trial, parts));
                }
            }
        }
    }

    private static String text(Parts parts) {
        return String.format(Locale.ROOT, "%.4g %.4g %.4g", parts.text(), parts.vectors(), parts.skills());
    }

    private static Method only(RankingTrial trial, Parts parts) {
        return code -> trial.similar(code, ASKED, parts);
    }

    private static TrialGuide guide(JsonNode occupation, boolean rich) {
        List<String> texts = new ArrayList<>();
        texts.add(occupation.path("description").asString(""));
        texts.addAll(names(occupation.path("tasks")));
        List<String> skills = new ArrayList<>();
        if (rich) {
            texts.add(String.join(", ", names(occupation.path("alternateTitles")).stream().limit(ALTERNATIVE_TITLES)
                    .toList()));
            occupation.path("knowledge").forEach(knowledge -> skills.add(knowledge.get("name").asString()));
            texts.add(String.join(", ", skills));
            skills.addAll(names(occupation.path("technologies")));
        }
        return new TrialGuide(occupation.get("code").asString(), occupation.get("title").asString(),
                occupation.path("description").asString(""), texts, skills);
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private interface Method {

        List<String> similar(String code) throws IOException;
    }

    private void measure(String name, Method method) {
        Score tuned = new Score();
        Score held = new Score();
        List<Double> times = new ArrayList<>();
        for (JsonNode occupation : occupations) {
            String code = occupation.get("code").asString();
            Map<String, Integer> truth = gains.get(code);
            if (truth == null) {
                continue;
            }
            long start = System.nanoTime();
            try {
                List<String> found = method.similar(code);
                times.add((System.nanoTime() - start) / 1e6);
                (isHeldBack(code) ? held : tuned).add(found, truth);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "| %-26s |             %s |              %s | %5.1f ms | %5.1f ms |%n", name,
                tuned,
                held, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100));
    }

    /** By a hash that spreads neighbours; codes of one family differ in few digits. */
    private static boolean isHeldBack(String code) {
        int hash = code.hashCode() * 0x9E3779B1;
        return hash < 0;
    }

    /** Means over questions. */
    private static final class Score {

        private int questions;
        private double gain;
        private double precision;
        private double recall;

        void add(List<String> found, Map<String, Integer> truth) {
            questions++;
            gain += dcg(found.stream().limit(10).map(code -> truth.getOrDefault(code, 0)))
                    / dcg(truth.values().stream().sorted((one, another) -> another - one).limit(10));
            precision += found.stream().limit(5).filter(truth::containsKey).count() / 5.0;
            recall += found.stream().limit(20).filter(truth::containsKey).count() / (double) truth.size();
        }

        private static double dcg(Stream<Integer> gains) {
            List<Integer> list = gains.toList();
            double sum = 0;
            for (int i = 0; i < list.size(); i++) {
                sum += list.get(i) * Math.log(2) / Math.log(i + 2);
            }
            return sum;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f | %.3f | %.3f", gain / questions, precision / questions, recall
                    / questions);
        }
    }
}
