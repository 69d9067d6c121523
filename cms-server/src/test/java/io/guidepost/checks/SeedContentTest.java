package io.guidepost.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.quiz.QuizReader;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.response.Ingest;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.seeding.SampleResponses;
import io.guidepost.server.ContentNode;
import io.guidepost.storage.TestMongo;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeedContentTest {

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();

    @Test
    void no_check_finds_anything_in_the_seed_content() {
        var seed = Seed.content();
        try (var node = new ContentNode(mongo.database())) {
            var quiz = QuizReader.yaml(file("quiz.yaml"));
            node.get(Quizzes.class).store(quiz);
            node.get(Ingest.class).all(SampleResponses.read(quiz, file("sample.yaml")).leadingUpTo(Instant.now()));
            seed.with(quiz::problem, node.get(Snapshots.class).take());
        }
        var checks = new Checks(Seed.MODEL, CheckSettings.defaults());
        var findings = new LinkedHashMap<String, List<Finding>>();

        seed.documents.keySet().forEach(id -> findings.put(id, seed.check(checks, id)));

        assertThat(findings).hasSizeGreaterThan(100);
        findings.values().removeIf(List::isEmpty);
        assertThat(findings).isEmpty();
    }

    private static InputStream file(String name) {
        return SeedContentTest.class.getResourceAsStream("/guidepost/seed-content/quiz/" + name);
    }
}
