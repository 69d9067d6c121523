package io.guidepost.webhooks;

import static io.guidepost.server.ContentNode.EVE;

import com.mongodb.client.MongoDatabase;
import io.guidepost.editorial.DocumentId;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.QuizReader;
import io.guidepost.quiz.Quizzes;
import io.guidepost.quiz.response.Ingest;
import io.guidepost.quiz.response.Response;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.release.Change;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.security.Actor;
import io.guidepost.security.SettableClock;
import io.guidepost.server.ContentNode;
import io.guidepost.webhooks.Subscription.Settings;
import io.guidepost.webhooks.Subscriptions.Claimed;
import io.guidepost.webhooks.Subscriptions.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A node that sends what is due when it is asked to, by a clock that tests set. */
final class WebhookNode implements AutoCloseable {

    static final Actor ADMIN = Actor.system("admin");

    private final ContentNode node;

    /** A node that may reach some receivers. */
    WebhookNode(MongoDatabase database, Receiver... allowed) {
        this(database, Map.of(), allowed);
    }

    WebhookNode(MongoDatabase database, Map<String, Object> settings, Receiver... allowed) {
        Map<String, Object> all = new HashMap<>(Map.of("guidepost.webhooks.allow-http", true,
                "guidepost.release.poll", "20ms", "guidepost.outbound.allowed-hosts",
                String.join(",", Arrays.stream(allowed).map(Receiver::authority).toList())));
        all.putAll(settings);
        this.node = new ContentNode(database, all, Configuration.class);
    }

    <T> T get(Class<T> type) {
        return node.get(type);
    }

    Instant now() {
        return get(SettableClock.class).instant();
    }

    void advance(Duration by) {
        get(SettableClock.class).advance(by);
    }

    /** A subscription to everything. */
    Kept subscribed(String url) {
        return subscribed(url, interest(List.of(), List.of()));
    }

    Kept subscribed(String url, Interest interest) {
        return get(Webhooks.class).add(ADMIN, new Settings("Front end", url, interest), true);
    }

    Kept kept(UUID id) {
        return get(Subscriptions.class).find(id).orElseThrow();
    }

    List<Delivery> deliveries(UUID id) {
        return get(Deliveries.class).list(id, null, null, 100);
    }

    /** Claims what is due, if anything is. */
    Optional<Claimed> claimed() {
        return get(Subscriptions.class).claim(get(Happenings.class).latest(), now(),
                get(WebhookProperties.class).claimed(now()));
    }

    /** Does all that is to be done now. */
    void round() {
        Optional<Claimed> claimed = claimed();
        while (claimed.isPresent()) {
            get(Courier.class).advance(claimed.get());
            claimed = claimed();
        }
    }

    /** Releases questions as they are now; those that there are not yet are written, about no role. */
    void released(String... slugs) {
        for (String slug : slugs) {
            written(slug, null);
        }
        get(Releases.class).publish(EVE, new ReleaseRequest(
                Arrays.stream(slugs).map(slug -> Change.publish(id(slug))).toList(), "Out with " + slugs[0]));
        advance(Duration.ofSeconds(1));
    }

    /** Writes and approves the next version of a question. */
    void written(String slug, String role) {
        var content = ContentNode.faq(slug, "It is so at " + UUID.randomUUID() + ".");
        node.approved("Faq", id(slug).value(), role == null ? content : content.put("quizRole", role));
    }

    /** Releases changes. */
    void released(Change... changes) {
        get(Releases.class).publish(EVE, new ReleaseRequest(List.of(changes), "Changes"));
        advance(Duration.ofSeconds(1));
    }

    /** Takes a snapshot after some more people have answered the quiz, all of whom explore a role. */
    void counted(String role, int takers) {
        if (get(Quizzes.class).latest().isEmpty()) {
            get(Quizzes.class).store(
                    QuizReader.yaml(getClass().getResourceAsStream("/guidepost/seed-content/quiz/quiz.yaml")));
        }
        advance(Duration.ofSeconds(2));
        get(Ingest.class).all(IntStream.range(0, takers)
                .mapToObj(_ -> new Response("taker-" + UUID.randomUUID(), now().minus(Duration.ofDays(60)), "DE",
                        "student", List.of(role), Map.of("priority", List.of("earn-more")), 1))
                .toList());
        get(Snapshots.class).take();
        advance(Duration.ofSeconds(1));
    }

    /** Stores the next version of the quiz, in which the answer {@code earn-more} reads otherwise. */
    void reworded(String label) {
        Quiz quiz = get(Quizzes.class).latest().orElseThrow();
        List<Quiz.Question> questions = quiz.questions().stream().map(question -> new Quiz.Question(question.key(),
                question.text(), question.heading(), question.lead(), question.highlight(), question.multiple(),
                question.answers().stream().map(answer -> answer.key().equals("earn-more")
                        ? new Quiz.Answer(answer.key(), label, answer.retired())
                        : answer).toList()))
                .toList();
        get(Quizzes.class).store(new Quiz(quiz.version() + 1, quiz.backgrounds(), quiz.roles(), questions));
    }

    static DocumentId id(String slug) {
        return new DocumentId("faq-" + slug);
    }

    @Override
    public void close() {
        node.close();
    }

    /** Everything that happens to documents of some types and about some roles; of any, where none are named. */
    static Interest interest(List<String> types, List<String> roles) {
        return new Interest(EnumSet.allOf(EventType.class), new TreeSet<>(types), new TreeSet<>(roles));
    }

    /** All of the package but what runs by itself. No stereotype: never scanned. */
    @ComponentScan(basePackages = {"io.guidepost.outbound", "io.guidepost.webhooks"}, excludeFilters = {
        @Filter({RestController.class, RestControllerAdvice.class}),
        @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Dispatcher.class)})
    static class Configuration {

        @Bean
        @Primary
        Clock settableClock() {
            return new SettableClock();
        }
    }
}
