package io.guidepost.seeding;

import io.guidepost.audit.Audit;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.QuizConflictException;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.response.Ingest;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.release.LiveSites;
import io.guidepost.transfer.ContentDirectory;
import io.guidepost.transfer.ContentImport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Brings the seed content in when the server starts: the quiz with a sample of responses, then the documents. */
@Component
@Order(100)
class SeedingRunner implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SeedingRunner.class);
    /** What the audit log calls it. */
    private static final String PUBLISHED = "seed-content.publish";

    private final SeedingProperties properties;
    private final Environment environment;
    private final Quizzes quizzes;
    private final Ingest ingest;
    private final Snapshots snapshots;
    private final LiveSites sites;
    private final Seeding seeding;
    private final Audit audit;
    private final Clock clock;

    SeedingRunner(SeedingProperties properties, Environment environment, Quizzes quizzes, Ingest ingest,
            Snapshots snapshots, ContentImport imports, LiveSites sites, Audit audit, Clock clock) {
        this.properties = properties;
        this.environment = environment;
        this.quizzes = quizzes;
        this.ingest = ingest;
        this.snapshots = snapshots;
        this.sites = sites;
        this.seeding = new Seeding(imports, sites);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (isEnabled()) {
            ContentDirectory directory = new ContentDirectory(properties.directory());
            try {
                importQuiz(directory);
                seeding.run(directory.documents())
                        .ifPresent(release -> audit.succeeded(Seeding.EDITOR, PUBLISHED, String.valueOf(release)));
            } catch (QuizConflictException refusal) {
                LOG.error("The seed content does not go with what is here, and is left out: {}", refusal.getMessage());
            }
        }
        LOG.info("The site is at release {} with {} live documents", sites.latest().release(),
                sites.latest().documents().size());
    }

    private void importQuiz(ContentDirectory directory) {
        if (snapshots.latest().number() > 0) {
            return;
        }
        LOG.info("Seed content: importing the quiz and a sample of responses");
        Quiz quiz = directory.quiz();
        quizzes.store(quiz);
        ingest.all(sample(directory, quiz).leadingUpTo(clock.instant()));
        LOG.info("Seed content: statistics snapshot {} taken", snapshots.take().number());
    }

    private static SampleResponses sample(ContentDirectory directory, Quiz quiz) {
        try (InputStream quotas = directory.open("quiz/sample.yaml")) {
            return SampleResponses.read(quiz, quotas);
        } catch (IOException failure) {
            throw new UncheckedIOException("The sample of responses cannot be read", failure);
        }
    }

    private boolean isEnabled() {
        return properties.enabled() == null ? !isExternal() : properties.enabled();
    }

    private boolean isExternal() {
        return Stream.of("spring.mongodb.uri", "spring.mongodb.host").map(environment::getProperty)
                .anyMatch(value -> value != null && !value.isBlank());
    }
}
