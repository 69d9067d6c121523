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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers requests for published content, the same ones by an answer that is kept. */
@Component
class DeliveryHandler {

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
     * @throws MalformedRequestException if its address names an edition, as that of other operations does: nobody is to believe it is pinned
     */
    ServerResponse handle(GraphQlRun run) {
        if (run.request().param(EditionPin.PARAMETER).isPresent()) {
            throw MalformedRequestException.ofParameter("There is no parameter `" + EditionPin.PARAMETER
                    + "` here: the header " + EditionHeader.NAME + " pins a request, and the argument `"
                    + EditionPin.PARAMETER + "` a field of its query.");
        }
        Optional<AnswerKey> key = AnswerFilter.key(run.request().servletRequest());
        Supplier<Outcome<ServerResponse>> anew = () -> outcome(run);
        return switch (key.isPresent() ? answers.answer(key.get(), anew) : anew.get()) {
            case Outcome.Answered<ServerResponse>(Answer answer) -> sent(answer);
            case Outcome.Refused<ServerResponse>(ServerResponse refusal) -> refusal;
        };
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
