package io.guidepost.delivery;

import io.guidepost.delivery.answer.AnswerFormat;
import io.guidepost.web.Problems;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * GraphQL over HTTP by its specification, by POST and GET, at an address; whatever is no such request is refused. HEAD is told what GET
 * would be, without the body.
 */
@Component
public class GraphQlEndpoint {

    private final GraphQlParametersReader reader;
    private final PersistedQueries persisted;
    private final JsonMapper mapper;

    GraphQlEndpoint(GraphQlParametersReader reader, PersistedQueries persisted, JsonMapper mapper) {
        this.reader = reader;
        this.persisted = persisted;
        this.mapper = mapper;
    }

    /** Has a request run and answers it. */
    @FunctionalInterface
    public interface Handler {

        /** Answers a request that is ready to be run. */
        ServerResponse handle(GraphQlRun run);
    }

    /** The routes of an address, open for more. */
    public RouterFunctions.Builder at(String path, Handler handler) {
        return RouterFunctions.route()
                .GET(path, request -> answered(request, reader::ofAddress, handler))
                .HEAD(path, request -> answered(request, reader::ofAddress, handler))
                .POST(path, GraphQlEndpoint::isJson, request -> answered(request, reader::ofBody, handler))
                .POST(path, request -> answer(Problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "A GraphQL request is sent as application/json.")))
                .route(RequestPredicates.path(path), request -> notAllowed(request.method()))
                .onError(MalformedRequestException.class::isInstance,
                        (failure, request) -> malformed((MalformedRequestException) failure))
                .onError(UnregisteredQueryException.class, (failure, request) -> answer(Problems.of(
                        HttpStatus.FORBIDDEN, "unregistered-query", "The query is not registered",
                        failure.getMessage())))
                .onError(ErrorResponse.class::isInstance, (failure, request) -> refused((ErrorResponse) failure));
    }

    /** A refusal as it is sent. */
    public static ServerResponse answer(ProblemDetail problem) {
        return ServerResponse.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /** Where the parameters of a request are read. */
    private interface Parameters {

        GraphQlParameters of(ServerRequest request) throws IOException;
    }

    /** Answers in the format that the client takes. */
    private ServerResponse answered(ServerRequest request, Parameters parameters, Handler handler)
            throws IOException {
        Optional<AnswerFormat> format = AnswerFormat.accepted(request.servletRequest());
        return format.isPresent()
                ? handler.handle(
                        new GraphQlRun(request, parameters.of(request), format.get(), persisted, mapper))
                : answer(Problems.of(HttpStatus.NOT_ACCEPTABLE, "Answers are " + AnswerFormat.GRAPHQL_RESPONSE
                        .mediaType() + " or " + AnswerFormat.JSON.mediaType() + "."));
    }

    private static boolean isJson(ServerRequest request) {
        return request.headers().contentType().filter(MediaType.APPLICATION_JSON::isCompatibleWith).isPresent();
    }

    private static ServerResponse malformed(MalformedRequestException failure) {
        return answer(Problems.tooLarge(failure).orElseGet(() -> Problems.of(HttpStatus.BAD_REQUEST, failure.code(),
                failure.title(), failure.getMessage())));
    }

    private static ServerResponse notAllowed(HttpMethod method) {
        return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
                .allow(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(Problems.of(HttpStatus.METHOD_NOT_ALLOWED,
                        "A query is sent by GET or POST, not by " + method + "."));
    }

    private static ServerResponse refused(ErrorResponse refusal) {
        return answer(Problems.of(HttpStatus.valueOf(refusal.getStatusCode().value()),
                String.valueOf(refusal.getBody().getDetail())));
    }
}
