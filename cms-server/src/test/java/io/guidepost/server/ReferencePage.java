package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The page of the AI specialist as it has to be served: no block is empty, and every figure is the published one. */
final class ReferencePage {

    /** What may be empty or null, by its path with every index as {@code *}. */
    private static final Pattern MAY_BE_EMPTY = Pattern.compile(".*/figures|.*/citations|/siteSettings/press/\\*/url"
            + "|/roleGuide/salary/bands/\\*/toYears|/roleGuide/statistics/byBackground/\\*/(respondents|questions)");

    private ReferencePage() {}

    static void check(JsonNode page) {
        List<String> empty = new ArrayList<>();
        collectEmpty(page, "", empty);
        assertThat(empty).isEmpty();

        JsonNode guide = page.get("roleGuide");
        opening(page, guide);
        careerChangers(guide.get("statistics").get("byBackground"));
        path(guide);
        salary(guide.get("salary"));
        outlook(guide.get("outlook"));
    }

    private static void collectEmpty(JsonNode node, String path, List<String> empty) {
        if (node.isNull() || node.isString() && node.asString().isBlank() || node.isContainer() && node.isEmpty()) {
            if (!MAY_BE_EMPTY.matcher(path).matches()) {
                empty.add(path);
            }
        }
        if (node.isArray()) {
            node.forEach(item -> collectEmpty(item, path + "/*", empty));
        } else {
            node.propertyStream().forEach(field -> collectEmpty(field.getValue(), path + "/" + field.getKey(), empty));
        }
    }

    private static void opening(JsonNode page, JsonNode guide) {
        assertThat(guide.at("/title").asString()).contains("an AI specialist");
        assertThat(guide.at("/year").asInt()).isEqualTo(2026);
        assertThat(guide.at("/basis/text").asString()).contains("101+");
        assertThat(guide.at("/recentInterest/text").asString()).startsWith("30 people");
        assertThat(texts(guide.get("tldr"))).satisfiesExactly(line -> assertThat(line).startsWith("101+"),
                line -> assertThat(line).startsWith("33%"), line -> assertThat(line).startsWith("32%"),
                line -> assertThat(line).startsWith("32%"));
        assertThat(page.at("/siteSettings/trust/text").asString()).contains("3,000+", "136");
        assertThat(page.at("/siteSettings/press").size()).isEqualTo(3);

        JsonNode statistics = guide.get("statistics");
        assertThat(statistics.get("respondents").asInt()).isEqualTo(101);
        assertThat(statistics.get("recentRespondents").asInt()).isEqualTo(30);
        assertThat(statistics.get("highlights").valueStream().map(highlight -> highlight.get("question").asString()
                + " " + highlight.at("/answer/answer").asString() + " " + highlight.at("/answer/display").asString()))
                .containsExactly("priority earn-more 33%", "strength start-projects 32%",
                        "free-time solve-puzzles 32%");
        assertThat(guide.at("/alsoConsider/careers/0/guide/role").asString()).isNotEmpty();
    }

    private static void careerChangers(JsonNode backgrounds) {
        assertThat(backgrounds.valueStream().map(group -> group.get("label").asString() + " "
                + (group.get("suppressed").asBoolean() ? "suppressed" : group.get("respondents").asString())))
                .containsExactly("career changer 40", "student 22", "recent graduate 15",
                        "employee looking to grow 12", "job seeker suppressed", "freelancer suppressed");
        JsonNode changers = backgrounds.get(0);
        Map<String, List<String>> published = Map.of("priority", List.of("earn-more 35%", "flexible-remote 25%",
                "creative-projects 23%", "stable-job 5%"),
                "strength", List.of("start-projects 35%", "connect-ideas 25%", "improve-existing 15%",
                        "master-subject 13%"),
                "free-time", List.of("solve-puzzles 40%", "build-things 20%", "organise-systems 13%",
                        "explore-ideas 10%", "help-others 5%"));
        for (JsonNode question : changers.get("questions")) {
            List<String> answers = published.getOrDefault(question.get("question").asString(), List.of());
            assertThat(question.get("answers").valueStream().limit(answers.size()).map(answer -> answer.get("answer")
                    .asString() + " " + answer.get("display").asString())).isEqualTo(answers);
        }
        assertThat(changers.get("questions").valueStream().map(question -> question.get("question").asString()))
                .containsAll(published.keySet());
    }

    private static void path(JsonNode guide) {
        assertThat(guide.get("phases").valueStream().map(phase -> phase.get("name").asString() + " "
                + phase.get("unit").asString() + " " + phase.get("from").asInt() + "-" + phase.get("to").asInt()))
                .containsExactly("Validate WEEKS 1-3", "Build MONTHS 1-4", "Apply MONTHS 4-6");
        assertThat(guide.at("/timeline/typical/from").asInt()).isEqualTo(6);
        assertThat(guide.at("/timeline/typical/to").asInt()).isEqualTo(9);
        assertThat(guide.at("/timeline/fastestMonths").asInt()).isEqualTo(4);
        assertThat(guide.at("/intro/text").asString()).contains("34% say that seeing progress");
        assertThat(guide.get("phases").get(0).at("/body/text").asString()).contains("27%");
        assertThat(guide.at("/pathsByBackground/text").asString()).contains("40 career changers", "35%", "40%");
        assertThat(guide.get("skills").valueStream().filter(skill -> skill.get("selfCheck").asBoolean())).hasSize(3);
        assertThat(guide.get("faqs").size()).isGreaterThanOrEqualTo(8);
    }

    private static void salary(JsonNode salary) {
        assertThat(salary.get("currency").asString()).isEqualTo("USD");
        assertThat(salary.get("bands").valueStream().map(band -> band.get("fromYears").asInt() + "-" + band.get(
                "toYears").asString("") + " " + band.get("low").asInt() + "-" + band.get("high").asInt()
                + (band.get("openEnded").asBoolean() ? "+" : ""))).containsExactly("0-2 80000-120000",
                        "3-7 120000-180000", "8- 180000-250000+");
        assertThat(salary.at("/remote/text").asString()).contains("23% of those who explore this path",
                "students it is 27%");
    }

    private static void outlook(JsonNode outlook) {
        assertThat(outlook.get("growthPercent").asDouble()).isEqualTo(23);
        assertThat(outlook.get("fromYear").asInt()).isEqualTo(2023);
        assertThat(outlook.get("toYear").asInt()).isEqualTo(2033);
    }

    private static List<String> texts(JsonNode richTexts) {
        return richTexts.valueStream().map(text -> text.get("text").asString()).toList();
    }
}
