package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.server.Client.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** People at work all at once, on FAQs, until their server is gone. It notes what the server has acknowledged. */
final class Load implements AutoCloseable {

    private final Client author;
    private final Client editor;
    private final Client publisher;
    private final Queue<Save> saves = new ConcurrentLinkedQueue<>();
    private final Queue<Released> releases = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> work = new ArrayList<>();

    Load(Client author, Client editor, Client publisher) {
        this.author = author;
        this.editor = editor;
        this.publisher = publisher;
    }

    /** A save that was acknowledged. */
    record Save(String document, int version, String question) {}

    /** A release that was acknowledged: all of its FAQs ask the same question. */
    record Released(int number, Map<String, Integer> versions, String question) {}

    /** Starts to save drafts of any of some FAQs, which others may be saving too. */
    void save(List<String> faqs) {
        start(() -> {
            String faq = faqs.get(ThreadLocalRandom.current().nextInt(faqs.size()));
            Answer current = author.document(faq);
            acknowledge(author.save(faq, current.version(), asking(current, question())), faq);
        });
    }

    /** Starts to take some FAQs through the workflow and to release them together, over and over; nobody else may touch them. */
    void release(List<String> faqs) {
        start(() -> {
            String question = question();
            Map<String, Integer> versions = new LinkedHashMap<>();
            for (String faq : faqs) {
                versions.put(faq, approved(faq, question));
            }
            Answer released = publisher.release(question, "PUBLISH", versions);
            assertThat(released.status()).as(released.body().toString()).isEqualTo(201);
            releases.add(new Released(released.body().get("number").asInt(), versions, question));
            acknowledged.incrementAndGet();
        });
    }

    private int approved(String faq, String question) throws IOException, InterruptedException {
        Answer current = author.document(faq);
        Answer saved = author.save(faq, current.version(), asking(current, question));
        acknowledge(saved, faq);
        return approved(faq, saved.version());
    }

    /** Takes a version through the workflow and returns the approved one. */
    int approved(String document, int version) throws IOException, InterruptedException {
        Answer submitted = author.move(document, version, "submit");
        assertThat(submitted.status()).as(submitted.body().toString()).isEqualTo(200);
        Answer approved = editor.move(document, submitted.version(), "approve");
        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        acknowledged.addAndGet(2);
        return approved.version();
    }

    private void acknowledge(Answer saved, String faq) {
        if (saved.status() == 200) {
            saves.add(new Save(faq, saved.version(), saved.body().at("/content/question").asString()));
            acknowledged.incrementAndGet();
        } else {
            assertThat(saved.status()).as(saved.body().toString()).isEqualTo(412);
        }
    }

    private String question() {
        return "Is this question " + questions.incrementAndGet() + "?";
    }

    private static ObjectNode asking(Answer document, String question) {
        return ((ObjectNode) document.body().get("content").deepCopy()).put("question", question);
    }

    private interface Step {

        void take() throws IOException, InterruptedException;
    }

    private void start(Step step) {
        Callable<Void> untilGone = () -> {
            try {
                while (true) {
                    step.take();
                }
            } catch (IOException gone) {
                return null;
            }
        };
        work.add(people.submit(untilGone));
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Waits until everybody has noticed that the server is gone; fails if anybody was refused what was due. */
    void join() throws Exception {
        for (Future<?> person : work) {
            person.get();
        }
    }

    boolean anybodyGone() {
        return work.stream().anyMatch(Future::isDone);
    }

    List<Save> saves() {
        return List.copyOf(saves);
    }

    List<Released> releases() {
        return List.copyOf(releases);
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
