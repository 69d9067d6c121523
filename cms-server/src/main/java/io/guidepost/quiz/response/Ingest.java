package io.guidepost.quiz.response;

import io.guidepost.quiz.NoQuizException;
import io.guidepost.quiz.Quizzes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes responses in: each is checked against the quiz and counts once, however often it is sent. */
@Component
public final class Ingest {

    private static final int BATCH = 1000;
    /** So that a change fits a stored document of 16 MB, however many roles each of its responses has. */
    private static final int BATCH_BYTES = 4 * 1024 * 1024;
    private static final int PROBLEMS_SHOWN = 100;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final QuizKeys keys;
    private final Responses responses;
    private final Clock clock;
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

    Ingest(Quizzes quizzes, Responses responses, Clock clock) {
        this.keys = new QuizKeys(quizzes);
        this.responses = responses;
        this.clock = clock;
    }

    /**
     * Takes one response.
     *
     * @param json the response
     * @return a report of one received
     * @throws InvalidResponseException if it does not fit the quiz
     * @throws NoQuizException if there is no quiz yet
     */
    public IngestReport one(JsonNode json) {
        Run run = new Run();
        run.take(ResponseReader.read(keys, clock.instant(), 1, json), 0);
        return run.report();
    }

    /**
     * Puts a response in the place of the one of its id.
     *
     * @param id of the response
     * @param json the response as it should have been, its id among it
     * @return false: it was just so already
     * @throws InvalidResponseException if it does not fit the quiz, or is of another id
     * @throws UnknownResponseException if there is none of this id
     * @throws NoQuizException if there is no quiz yet
     */
    public boolean correct(String id, JsonNode json) {
        Response response = ResponseReader.read(keys, clock.instant(), 1, json);
        if (!response.id().equals(id)) {
            throw new InvalidResponseException(List.of(new ResponseProblem(1, "/id", "other-id",
                    "It must be the id of the response that is corrected.")));
        }
        return responses.correct(response);
    }

    /**
     * Erases a response. Only its id stays, so that it does not come back when it is sent again.
     *
     * @throws UnknownResponseException if there never was one of this id
     */
    public void erase(String id) {
        boolean _ = responses.erase(id);
    }

    /**
     * Takes responses that are known to fit the quiz.
     *
     * @param known in any order
     * @return how many are new
     */
    public IngestReport all(List<Response> known) {
        Run run = new Run();
        known.forEach(response -> run.take(response, 0));
        return run.report();
    }

    /**
     * Takes newline-delimited JSON, a response a line, in bounded memory. Lines that do not fit are left out and reported;
     * empty ones are passed over. If the source breaks off, what came before counts, and sending all again is safe.
     *
     * @param source left open
     * @return the report
     * @throws BrokenOffException if the source breaks off
     * @throws NoQuizException if there is no quiz yet
     */
    public IngestReport lines(InputStream source) throws BrokenOffException {
        QuizKeys.Keys _ = keys.newest();
        BoundedLines lines = new BoundedLines(source, LONGEST_LINE);
        Run run = new Run();
        try {
            for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
                if (line.tooLong() || !line.text().isBlank()) {
                    take(line, run);
                }
            }
        } catch (IOException failure) {
            throw new BrokenOffException(run.report(), failure);
        }
        return run.report();
    }

    private void take(BoundedLines.Line line, Run run) {
        if (line.tooLong()) {
            run.reject(List.of(new ResponseProblem(line.number(), "", "too-long",
                    "A line may have " + LONGEST_LINE + " bytes at most.")));
            return;
        }
        try {
            run.take(ResponseReader.read(keys, clock.instant(), line.number(), JSON.readTree(line.text())),
                    line.text().length());
        } catch (InvalidResponseException refusal) {
            run.reject(refusal.problems());
        } catch (JacksonException malformed) {
            run.reject(List.of(new ResponseProblem(line.number(), "", "malformed-json", "The line is not JSON.")));
        }
    }

    /** One sending, batch by batch. */
    private final class Run {

        private List<Response> batch = new ArrayList<>();
        private int batchBytes;
        private @Nullable Future<Responses.Added> storing;
        private final List<ResponseProblem> problems = new ArrayList<>();
        private int stored;
        private int duplicates;
        private int rejected;

        /** Takes a response that was read from so many bytes; what fits the quiz is ASCII. */
        void take(Response response, int bytes) {
            batch.add(response);
            batchBytes += bytes;
            if (batch.size() == BATCH || batchBytes >= BATCH_BYTES) {
                flush();
            }
        }

        void reject(List<ResponseProblem> found) {
            rejected++;
            found.stream().limit(PROBLEMS_SHOWN - problems.size()).forEach(problems::add);
        }

        IngestReport report() {
            flush();
            await();
            return new IngestReport(stored + duplicates + rejected, stored, duplicates, rejected, problems);
        }

        /** Has a batch stored while the next one is read. */
        private void flush() {
            List<Response> full = batch;
            batch = new ArrayList<>();
            batchBytes = 0;
            await();
            storing = writers.submit(() -> responses.add(full));
        }

        private void await() {
            if (storing == null) {
                return;
            }
            try {
                Responses.Added added = storing.get();
                stored += added.stored();
                duplicates += added.duplicates();
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The server is ending", interrupted);
            } finally {
                storing = null;
            }
        }
    }
}
