package io.guidepost.delivery;

import graphql.GraphQLContext;
import io.guidepost.delivery.answer.Answer;
import io.guidepost.delivery.answer.AnswerFilter;
import io.guidepost.delivery.answer.AnswerKey;
import io.guidepost.delivery.answer.AnswerWriter;
import io.guidepost.delivery.answer.KeptAnswers;
import io.guidepost.delivery.answer.Outcome;
import io.guidepost.delivery.edition.EditionPin;
import io.guidepost.delivery.execution.EditionHeader;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.delivery.reading.Readings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers requests for published content, the same ones by an answer that is kept. */
@Component
class DeliveryHandler {

    /** Of the address of a GET. */
    private static final List<String> PARAMETERS = List.of("query", "operationName", "variables", "extensions");

    private final WebGraphQlHandler engine;
    private final KeptAnswers answers;
    private final AnswerWriter writer;
    private final Readings readings;

    DeliveryHandler(WebGraphQlHandler engine, KeptAnswers answers, AnswerWriter writer, Readings readings) {
        this.engine = engine;
        this.answers = answers;
        this.writer = writer;
        this.readings = readings;
    }

    /**
     * Answers a request.
     *
     * @throws MalformedRequestException if its address has a parameter that means nothing here
     */
    ServerResponse handle(GraphQlRun run) {
        refuseUnknownParameters(run.request());
        Optional<AnswerKey> key = AnswerFilter.key(run.request().servletRequest());
        Supplier<Outcome<ServerResponse>> anew = () -> outcome(run);
        return switch (key.isPresent() ? answers.answer(key.get(), anew) : anew.get()) {
            case Outcome.Answered<ServerResponse>(Answer answer) -> sent(answer);
            case Outcome.Refused<ServerResponse>(ServerResponse refusal) -> refusal;
        };
    }

    private static void refuseUnknownParameters(ServerRequest request) {
        Set<String> unknown = new TreeSet<>(request.params().keySet());
        boolean post = request.method().equals(HttpMethod.POST);
        if (!post) {
            unknown.removeAll(PARAMETERS);
        }
        if (!unknown.isEmpty()) {
            String first = unknown.iterator().next();
            throw MalformedRequestException.ofUnknownParameter(first, hint(first, post));
        }
    }

    private static String hint(String parameter, boolean post) {
        if (parameter.equals("edition")) {
            return "the header " + EditionHeader.NAME
                    + " pins a request, and the argument `edition` a field of its query.";
        }
        return post ? "what a POST asks for is in its body." : "those known are " + String.join(", ", PARAMETERS) + ".";
    }

    private Outcome<ServerResponse> outcome(GraphQlRun run) {
        int generation = readings.generation();
        return switch (run.go(engine, Map.of())) {
            case GraphQlResult.Answered answered -> new Outcome.Answered<>(answer(run, answered, generation));
            case GraphQlResult.Refused refused -> new Outcome.Refused<>(run.refusal(refused, "no-store"));
        };
    }

    private static Answer answer(GraphQlRun run, GraphQlResult.Answered answered, int generation) {
        GraphQLContext context = answered.response().getExecutionInput().getGraphQLContext();
        return new Answer(run.body(answered), run.format(), context.get(EditionPin.class),
                Objects.requireNonNull(context.<Reading>get(Reading.class)), generation);
    }

    private ServerResponse sent(Answer answer) {
        return ServerResponse.ok().build((request, response) -> {
            writer.write(answer, request, response);
            return null;
        });
    }
}
