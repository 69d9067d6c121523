package io.guidepost.delivery;

import io.guidepost.delivery.answer.AnswerFormat;
import io.guidepost.web.Problems;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The addresses of delivery: GraphQL by POST and GET, and a page to try it on. Before Spring's own, which knows only POST. */
@Configuration(proxyBeanMethods = false)
class DeliveryRoutes {

    private static final String PATH = "/graphql";

    /** Everything on the page comes from here; GraphiQL writes its own styles. */
    private static final String PAGE_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> deliveryRouterFunction(DeliveryHandler handler, GraphQlParametersReader reader) {
        return RouterFunctions.route()
                .GET(PATH, request -> answered(request, format -> handler.handle(request, reader.ofAddress(request),
                        format)))
                .POST(PATH, DeliveryRoutes::isJson, request -> answered(request,
                        format -> handler.handle(request, reader.ofBody(request), format)))
                .POST(PATH, request -> answer(Problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "A GraphQL request is sent as application/json.")))
                .route(RequestPredicates.path(PATH), request -> notAllowed(request.method()))
                .GET("/graphiql", request -> ServerResponse.ok().contentType(MediaType.TEXT_HTML)
                        .header("Content-Security-Policy", PAGE_POLICY)
                        .body(new ClassPathResource("guidepost/graphiql.html")))
                .onError(MalformedRequestException.class, (failure, request) -> malformed(failure))
                .onError(UnregisteredQueryException.class, (failure, request) -> answer(Problems.of(
                        HttpStatus.FORBIDDEN, "unregistered-query", "The query is not registered",
                        failure.getMessage())))
                .onError(ErrorResponse.class::isInstance, (failure, request) -> refused((ErrorResponse) failure))
                .build();
    }

    /** Answers in the format that the client takes. */
    private interface Answering {

        ServerResponse in(AnswerFormat format) throws IOException;
    }

    private static ServerResponse answered(ServerRequest request, Answering answering) throws IOException {
        Optional<AnswerFormat> format = AnswerFormat.accepted(
                request.headers().firstHeader(HttpHeaders.ACCEPT));
        return format.isPresent()
                ? answering.in(format.get())
                : answer(Problems.of(HttpStatus.NOT_ACCEPTABLE, "Answers are " + AnswerFormat.GRAPHQL_RESPONSE
                        .mediaType() + " or " + AnswerFormat.JSON.mediaType() + "."));
    }

    private static boolean isJson(ServerRequest request) {
        return request.headers().contentType().filter(MediaType.APPLICATION_JSON::isCompatibleWith).isPresent();
    }

    private static ServerResponse malformed(Throwable failure) {
        return answer(Problems.tooLarge(failure).orElseGet(() -> Problems.of(HttpStatus.BAD_REQUEST,
                "malformed-request", "The request is malformed", failure.getMessage())));
    }

    private static ServerResponse notAllowed(HttpMethod method) {
        return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED).allow(HttpMethod.GET, HttpMethod.POST)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(Problems.of(HttpStatus.METHOD_NOT_ALLOWED,
                        "A query is sent by GET or POST, not by " + method + "."));
    }

    private static ServerResponse refused(ErrorResponse refusal) {
        return answer(Problems.of(HttpStatus.valueOf(refusal.getStatusCode().value()),
                String.valueOf(refusal.getBody().getDetail())));
    }

    private static ServerResponse answer(ProblemDetail problem) {
        return ServerResponse.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
