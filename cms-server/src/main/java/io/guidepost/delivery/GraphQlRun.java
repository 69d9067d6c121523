package io.guidepost.delivery;

import io.guidepost.delivery.GraphQlResult.Answered;
import io.guidepost.delivery.GraphQlResult.Refused;
import io.guidepost.delivery.answer.AnswerFormat;
import io.guidepost.delivery.execution.EditionHeader;
import io.guidepost.delivery.execution.JsonData;
import io.guidepost.delivery.reading.Reading;
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
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** One GraphQL request, and what is said to it by the specification of GraphQL over HTTP. */
public final class GraphQlRun {

    private final ServerRequest request;
    private final GraphQlParameters parameters;
    private final AnswerFormat format;
    private final PersistedQueries persisted;
    private final JsonMapper mapper;

    GraphQlRun(ServerRequest request, GraphQlParameters parameters, AnswerFormat format, PersistedQueries persisted,
            JsonMapper mapper) {
        this.request = request;
        this.parameters = parameters;
        this.format = format;
        this.persisted = persisted;
        this.mapper = mapper;
    }

    /** The request as it was sent. */
    public ServerRequest request() {
        return request;
    }

    /** The media type that the client takes. */
    public AnswerFormat format() {
        return format;
    }

    /**
     * Runs it.
     *
     * @param engine which runs it
     * @param context what the engine is to find in the context of the request
     */
    public GraphQlResult go(WebGraphQlHandler engine, Map<?, Object> context) {
        GraphQlParameters complete;
        try {
            complete = persisted.complete(parameters);
        } catch (UnknownPersistedQueryException unknown) {
            return new Refused(null);
        }
        WebGraphQlRequest run = webRequest(complete);
        run.configureExecutionInput((input, builder) -> builder.graphQLContext(context).build());
        WebGraphQlResponse response = Objects.requireNonNull(engine.handleRequest(run).block());
        return response.getErrors().isEmpty() ? new Answered(response) : new Refused(response);
    }

    /** The whole answer to a request that was run; not to be changed. */
    public byte[] body(Answered answered) {
        WebGraphQlResponse response = answered.response();
        Object data = response.getExecutionResult().getData();
        return data instanceof JsonData written ? written.body() : mapper.writeValueAsBytes(response.toMap());
    }

    private WebGraphQlRequest webRequest(GraphQlParameters complete) {
        return new WebGraphQlRequest(request.uri(), request.headers().asHttpHeaders(), null,
                request.remoteAddress().orElse(null), request.attributes(),
                new DefaultGraphQlRequest(Objects.requireNonNull(complete.query()), complete.operationName(),
                        complete.variables(), Map.of()),
                UUID.randomUUID().toString(), Objects.requireNonNull(request.servletRequest().getLocale()));
    }

    /**
     * The answer to a request that could not be run, or not without errors.
     *
     * @param caching what {@code Cache-Control} says of it
     */
    public ServerResponse refusal(Refused refused, String caching) {
        Optional<WebGraphQlResponse> failed = Optional.ofNullable(refused.response());
        Map<String, Object> body = failed.map(WebGraphQlResponse::toMap).orElseGet(() -> Map.of("errors",
                List.of(Map.of("message", "PersistedQueryNotFound", "extensions",
                        Map.of("code", "PERSISTED_QUERY_NOT_FOUND", "classification", "BAD_REQUEST")))));
        ServerResponse.BodyBuilder builder = ServerResponse.status(status(failed))
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CACHE_CONTROL, caching);
        failed.map(response -> response.getExecutionInput().getGraphQLContext().<Reading>get(Reading.class))
                .ifPresent(reading -> EditionHeader.name(reading.view().edition(), builder::header));
        return builder.body(mapper.writeValueAsBytes(body));
    }

    /** A request that could not be run is the client's fault, unless the server says that it is its own. */
    private HttpStatus status(Optional<WebGraphQlResponse> failed) {
        if (format == AnswerFormat.JSON
                || (failed.isPresent() && failed.get().getExecutionResult().isDataPresent())) {
            return HttpStatus.OK;
        }
        boolean isOurs = failed.isPresent() && failed.get().getExecutionResult().getErrors().stream()
                .anyMatch(error -> ErrorType.INTERNAL_ERROR.equals(error.getErrorType()));
        return isOurs ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.BAD_REQUEST;
    }
}
