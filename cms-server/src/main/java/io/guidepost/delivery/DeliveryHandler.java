package io.guidepost.delivery;

import graphql.GraphQLContext;
import io.guidepost.delivery.answer.Answer;
import io.guidepost.delivery.answer.AnswerFilter;
import io.guidepost.delivery.answer.AnswerFormat;
import io.guidepost.delivery.answer.AnswerKey;
import io.guidepost.delivery.answer.AnswerWriter;
import io.guidepost.delivery.answer.KeptAnswers;
import io.guidepost.delivery.edition.EditionPin;
import io.guidepost.delivery.execution.EditionHeader;
import io.guidepost.delivery.execution.JsonData;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.delivery.reading.Readings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Runs GraphQL requests and answers them by the specification of GraphQL over HTTP. */
@Component
class DeliveryHandler {

    private final WebGraphQlHandler engine;
    private final KeptAnswers answers;
    private final AnswerWriter writer;
    private final Readings readings;
    private final PersistedQueries persisted;
    private final JsonMapper mapper;

    DeliveryHandler(WebGraphQlHandler engine, KeptAnswers answers, AnswerWriter writer, Readings readings,
            PersistedQueries persisted, JsonMapper mapper) {
        this.engine = engine;
        this.answers = answers;
        this.writer = writer;
        this.readings = readings;
        this.persisted = persisted;
        this.mapper = mapper;
    }

    /** Answers a request. */
    ServerResponse handle(ServerRequest request, GraphQlParameters parameters, AnswerFormat format) {
        Run run = new Run(request, parameters, format);
        Optional<AnswerKey> key = AnswerFilter.key(request.servletRequest());
        Optional<Answer> answer = key.isPresent() ? answers.answer(key.get(), run::go) : run.go();
        return answer.map(DeliveryHandler.this::sent).orElseGet(run::refusal);
    }

    private ServerResponse sent(Answer answer) {
        return ServerResponse.ok().build((request, response) -> {
            writer.write(answer, request, response);
            return null;
        });
    }

    /** One request, run once at most. */
    private final class Run {

        private final ServerRequest request;
        private final GraphQlParameters parameters;
        private final AnswerFormat format;
        private Optional<WebGraphQlResponse> failed = Optional.empty();

        Run(ServerRequest request, GraphQlParameters parameters, AnswerFormat format) {
            this.request = request;
            this.parameters = parameters;
            this.format = format;
        }

        /** Nothing: there was an error, which {@link #refusal} tells. */
        Optional<Answer> go() {
            GraphQlParameters complete;
            try {
                complete = persisted.complete(parameters);
            } catch (UnknownPersistedQueryException unknown) {
                return Optional.empty();
            }
            int generation = readings.generation();
            WebGraphQlResponse response = Objects.requireNonNull(engine.handleRequest(webRequest(complete)).block());
            if (!response.getErrors().isEmpty()) {
                failed = Optional.of(response);
                return Optional.empty();
            }
            GraphQLContext context = response.getExecutionInput().getGraphQLContext();
            return Optional.of(new Answer(body(response), format, context.get(EditionPin.class),
                    Objects.requireNonNull(context.<Reading>get(Reading.class)), generation));
        }

        private WebGraphQlRequest webRequest(GraphQlParameters complete) {
            return new WebGraphQlRequest(request.uri(), request.headers().asHttpHeaders(), null,
                    request.remoteAddress().orElse(null), request.attributes(),
                    new DefaultGraphQlRequest(Objects.requireNonNull(complete.query()), complete.operationName(),
                            complete.variables(), Map.of()),
                    UUID.randomUUID().toString(), Objects.requireNonNull(request.servletRequest().getLocale()));
        }

        private byte[] body(WebGraphQlResponse response) {
            Object data = response.getExecutionResult().getData();
            return data instanceof JsonData written ? written.body() : mapper.writeValueAsBytes(response.toMap());
        }

        ServerResponse refusal() {
            Map<String, Object> body = failed.map(WebGraphQlResponse::toMap).orElseGet(() -> Map.of("errors",
                    List.of(Map.of("message", "PersistedQueryNotFound", "extensions",
                            Map.of("code", "PERSISTED_QUERY_NOT_FOUND", "classification", "BAD_REQUEST")))));
            ServerResponse.BodyBuilder builder = ServerResponse.status(status())
                    .contentType(MediaType.parseMediaType(format.mediaType()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store");
            failed.map(response -> response.getExecutionInput().getGraphQLContext().<Reading>get(Reading.class))
                    .ifPresent(reading -> builder.header(EditionHeader.NAME, reading.view().edition().id()));
            return builder.body(mapper.writeValueAsBytes(body));
        }

        /** A request that could not be run is the client's fault, unless the server says that it is its own. */
        private HttpStatus status() {
            if (format == AnswerFormat.JSON
                    || (failed.isPresent() && failed.get().getExecutionResult().isDataPresent())) {
                return HttpStatus.OK;
            }
            boolean isOurs = failed.isPresent() && failed.get().getExecutionResult().getErrors().stream()
                    .anyMatch(error -> ErrorType.INTERNAL_ERROR.equals(error.getErrorType()));
            return isOurs ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.BAD_REQUEST;
        }
    }
}
