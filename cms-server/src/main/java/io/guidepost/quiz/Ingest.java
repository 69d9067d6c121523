package io.guidepost.quiz;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes responses in: each is checked against the quiz and counts once, however often it is sent. */
@Component
public final class Ingest {

    private static final int BATCH = 1000;
    private static final int PROBLEMS_SHOWN = 100;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Quizzes quizzes;
    private final Responses responses;
    private final Clock clock;

    Ingest(Quizzes quizzes, Responses responses, Clock clock) {
        this.quizzes = quizzes;
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
        run.take(ResponseReader.read(quizzes.current(), clock.instant(), 1, json));
        return run.report();
    }

    /**
     * Takes responses that are known to fit the quiz.
     *
     * @param known in any order
     * @return how many are new
     */
    public IngestReport all(List<Response> known) {
        Run run = new Run();
        known.forEach(run::take);
        return run.report();
    }

    /**
     * Takes newline-delimited JSON, a response a line, in bounded memory. Lines that do not fit are left out and reported;
     * empty ones are passed over. If the source breaks off, what came before counts, and sending all again is safe.
     *
     * @param source left open
     * @return the report
     * @throws IOException if the source breaks off
     * @throws NoQuizException if there is no quiz yet
     */
    public IngestReport lines(InputStream source) throws IOException {
        Quiz quiz = quizzes.current();
        BoundedLines lines = new BoundedLines(source, LONGEST_LINE);
        Run run = new Run();
        for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.text().isBlank()) {
                take(line, quiz, run);
            }
        }
        return run.report();
    }

    private void take(BoundedLines.Line line, Quiz quiz, Run run) {
        if (line.tooLong()) {
            run.reject(List.of(new ResponseProblem(line.number(), "", "too-long",
                    "A line may have " + LONGEST_LINE + " bytes at most.")));
            return;
        }
        try {
            run.take(ResponseReader.read(quiz, clock.instant(), line.number(), JSON.readTree(line.text())));
        } catch (InvalidResponseException refusal) {
            run.reject(refusal.problems());
        } catch (JacksonException malformed) {
            run.reject(List.of(new ResponseProblem(line.number(), "", "malformed-json", "The line is not JSON.")));
        }
    }

    /** One sending, batch by batch. */
    private final class Run {

        private final List<Response> batch = new ArrayList<>();
        private final List<ResponseProblem> problems = new ArrayList<>();
        private int stored;
        private int duplicates;
        private int rejected;

        void take(Response response) {
            batch.add(response);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        void reject(List<ResponseProblem> found) {
            rejected++;
            found.stream().limit(PROBLEMS_SHOWN - problems.size()).forEach(problems::add);
        }

        IngestReport report() {
            flush();
            return new IngestReport(stored + duplicates + rejected, stored, duplicates, rejected, problems);
        }

        private void flush() {
            Responses.Added added = responses.add(List.copyOf(batch));
            batch.clear();
            stored += added.stored();
            duplicates += added.duplicates();
        }
    }
}
