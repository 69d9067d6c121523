package io.guidepost.seeding;

import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.response.Response;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A sample of quiz responses, dealt from quotas. The same quotas give the same responses, but for their times, which
 * follow the time of the import so that the recent ones are recent.
 */
public final class SampleResponses {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** Recent ones keep a day's distance from both ends of the 30 days, so that a snapshot may be taken a day later. */
    private static final Span RECENT = new Span(Duration.ofDays(1), Duration.ofDays(29));
    private static final Span OLDER = new Span(Duration.ofDays(31), Duration.ofDays(365));

    private final Quiz quiz;
    private final Sample sample;

    private SampleResponses(Quiz quiz, Sample sample) {
        this.quiz = quiz;
        this.sample = sample;
    }

    /**
     * Reads the quotas.
     *
     * @param quiz what the responses answer
     * @param yaml the quotas, left open
     * @return the sample
     * @throws IllegalArgumentException if the quotas do not add up or name what the quiz has not
     */
    public static SampleResponses read(Quiz quiz, InputStream yaml) {
        Sample sample = YAML.readValue(yaml, Sample.class);
        check(sample.groups().stream().mapToInt(Group::respondents).sum() == sample.respondents(),
                "The groups must add up to all respondents");
        sample.groups().forEach(group -> group.check(quiz));
        return new SampleResponses(quiz, sample);
    }

    /**
     * Deals the responses.
     *
     * @param importedAt the time they lead up to
     * @return all of them, with ids {@code sample-00001} and so on
     */
    public List<Response> leadingUpTo(Instant importedAt) {
        List<String> countries = sample.countries().deal(sample.respondents());
        List<Response> responses = new ArrayList<>();
        for (Group group : sample.groups()) {
            deal(group, importedAt, countries, responses);
        }
        return responses;
    }

    private void deal(Group group, Instant importedAt, List<String> countries, List<Response> responses) {
        List<String> backgrounds = group.deal("backgrounds", group.backgrounds());
        Map<String, List<String>> answers = new LinkedHashMap<>();
        group.answers().forEach((question, quota) -> answers.put(question, group.deal(question, quota)));
        Map<String, List<String>> also = new LinkedHashMap<>();
        group.alsoOrNone().forEach((role, count) -> also.put(role, group.deal(role,
                Map.of(role, count, "", group.respondents() - count))));
        List<String> spans = group.deal("recent",
                Map.of("recent", group.recent(), "older", group.respondents() - group.recent()));
        Random times = new Random(group.name().hashCode());
        for (int index = 0; index < group.respondents(); index++) {
            int taker = index;
            List<String> roles = new ArrayList<>();
            if (group.role() != null) {
                roles.add(group.role());
            }
            also.forEach((role, explored) -> {
                if (!explored.get(taker).isEmpty()) {
                    roles.add(role);
                }
            });
            Map<String, List<String>> given = new LinkedHashMap<>();
            answers.forEach((question, column) -> given.put(question, List.of(column.get(taker))));
            Span span = spans.get(taker).equals("recent") ? RECENT : OLDER;
            responses.add(new Response("sample-%05d".formatted(responses.size() + 1), span.before(importedAt, times),
                    countries.get(responses.size()), backgrounds.get(taker), roles, given, quiz.version()));
        }
    }

    private static List<String> deal(Map<String, Integer> quota, long seed) {
        List<String> column = new ArrayList<>();
        new TreeMap<>(quota).forEach((key, count) -> column.addAll(Collections.nCopies(count, key)));
        Collections.shuffle(column, new Random(seed));
        return column;
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence + ".");
        }
    }

    private record Sample(int respondents, Countries countries, List<Group> groups) {}

    private record Countries(Map<String, Integer> many, List<String> few) {

        List<String> deal(int respondents) {
            Map<String, Integer> quota = new LinkedHashMap<>(many);
            int rest = respondents - many.values().stream().mapToInt(Integer::intValue).sum();
            check(rest >= few.size(), "There must be a respondent from every country");
            for (int index = 0; index < few.size(); index++) {
                quota.put(few.get(index), rest / few.size() + (index < rest % few.size() ? 1 : 0));
            }
            return SampleResponses.deal(quota, 0);
        }
    }

    private record Group(String name, @Nullable String role, int respondents, int recent,
            @Nullable Map<String, Integer> also, Map<String, Integer> backgrounds,
            Map<String, Map<String, Integer>> answers) {

        Map<String, Integer> alsoOrNone() {
            return also == null ? Map.of() : also;
        }

        List<String> deal(String column, Map<String, Integer> quota) {
            return SampleResponses.deal(quota, 31L * name.hashCode() + column.hashCode());
        }

        void check(Quiz quiz) {
            SampleResponses.check(role == null || quiz.role(role).isPresent(), name + ": the quiz has no such role");
            SampleResponses.check(recent <= respondents, name + ": more are recent than there are");
            alsoOrNone().forEach((key, count) -> SampleResponses.check(
                    quiz.role(key).isPresent() && !key.equals(role) && count <= respondents,
                    name + ": cannot also explore " + key));
            checkColumn("backgrounds", backgrounds, key -> quiz.background(key).isPresent());
            answers.forEach((question, quota) -> checkColumn(question, quota,
                    key -> quiz.question(question).flatMap(asked -> asked.answer(key)).isPresent()));
        }

        private void checkColumn(String column, Map<String, Integer> quota, Predicate<String> known) {
            SampleResponses.check(quota.keySet().stream().allMatch(known),
                    name + ": the quiz does not have all of " + column);
            SampleResponses.check(quota.values().stream().mapToInt(Integer::intValue).sum() == respondents,
                    name + ": " + column + " must add up to its respondents");
        }
    }

    /** A span of time, by its distances from the import. */
    private record Span(Duration nearest, Duration farthest) {

        Instant before(Instant importedAt, Random times) {
            long seconds = farthest.minus(nearest).toSeconds();
            return importedAt.minus(nearest).minusSeconds((long) (times.nextDouble() * seconds));
        }
    }
}
