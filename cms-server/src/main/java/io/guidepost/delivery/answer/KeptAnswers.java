package io.guidepost.delivery.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.delivery.edition.Editions;
import io.guidepost.delivery.edition.View;
import io.guidepost.delivery.reading.Readings;
import io.guidepost.memory.MemoryLimit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Answers in memory, within a bound. One is given again for as long as running its request anew would give the same bytes. */
@Component
public class KeptAnswers {

    private final Editions editions;
    private final Readings readings;
    private final boolean on;
    private final Cache<AnswerKey, Answer> answers;
    private final Map<Flight, CompletableFuture<Optional<Answer>>> flights = new ConcurrentHashMap<>();

    KeptAnswers(Editions editions, Readings readings,
            @Value("${guidepost.delivery.answers-in-memory:25%}") MemoryLimit answersInMemory) {
        this.editions = editions;
        this.readings = readings;
        this.on = answersInMemory.bytes() > 0;
        this.answers = Caffeine.newBuilder().maximumWeight(answersInMemory.bytes())
                .weigher((AnswerKey key, Answer answer) -> key.request().length() + answer.size()).build();
    }

    /**
     * A request that is being run.
     *
     * @param view the newest edition when it came; one that comes later may not get an answer from before
     */
    private record Flight(AnswerKey key, View view) {}

    /** Whether answers are kept at all. */
    boolean isOn() {
        return on;
    }

    /** The answer to a request, if there is one that holds. */
    Optional<Answer> find(AnswerKey key) {
        return Optional.ofNullable(answers.getIfPresent(key)).filter(this::holds);
    }

    private boolean holds(Answer answer) {
        int generation = readings.generation();
        return answer.holds(answer.pin() == null ? editions.newest() : editions.at(answer.pin()), generation);
    }

    /**
     * What a request comes to: an answer that holds, or else what running it gives. However many ask for the same at once, it is run once;
     * what is no answer is nobody else's. One that is passing is theirs who ask for it at once, and not kept.
     *
     * @param run runs the request
     */
    public <R> Outcome<R> answer(AnswerKey key, Supplier<Outcome<R>> run) {
        if (!on) {
            return run.get();
        }
        Optional<Answer> known = find(key);
        if (known.isPresent()) {
            return new Outcome.Answered<>(known.get());
        }
        Flight flight = new Flight(key, editions.newest());
        CompletableFuture<Optional<Answer>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Answer>> others = flights.putIfAbsent(flight, mine);
        if (others == null) {
            return lead(flight, mine, run);
        }
        Optional<Answer> theirs = others.join();
        return theirs.isPresent() ? new Outcome.Answered<>(theirs.get()) : run.get();
    }

    private <R> Outcome<R> lead(Flight flight, CompletableFuture<Optional<Answer>> mine, Supplier<Outcome<R>> run) {
        Optional<Answer> shared = Optional.empty();
        try {
            Outcome<R> outcome = run.get();
            if (outcome instanceof Outcome.Answered<R>(Answer answer)) {
                if (!answer.isPassing()) {
                    answers.put(flight.key(), answer);
                }
                shared = Optional.of(answer);
            }
            return outcome;
        } finally {
            flights.remove(flight, mine);
            mine.complete(shared);
        }
    }
}
