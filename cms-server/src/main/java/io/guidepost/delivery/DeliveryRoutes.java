package io.guidepost.delivery;

import io.guidepost.web.Problems;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The addresses of delivery: GraphQL by POST and GET, and a page to try it on. Before Spring's own, which knows only POST. */
@Configuration(proxyBeanMethods = false)
class DeliveryRoutes {

    private static final String PATH = "/graphql";

    /** Everything on the page comes from here; GraphiQL writes its own styles. */
    private static final String PAGE_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> deliveryRouterFunction(GraphQlHttpHandler handler, JsonMapper mapper) {
        return RouterFunctions.route()
                .GET(PATH, request -> handler.handleRequest(asPost(request, mapper)))
                .POST(PATH, handler::handleRequest)
                .route(RequestPredicates.path(PATH), request -> notAllowed(request.method()))
                .GET("/graphiql", request -> ServerResponse.ok().contentType(MediaType.TEXT_HTML)
                        .header("Content-Security-Policy", PAGE_POLICY)
                        .body(new ClassPathResource("guidepost/graphiql.html")))
                .onError(HttpMessageNotReadableException.class, (failure, request) -> unreadable(failure))
                .onError(MalformedParameterException.class, (failure, request) -> answer(Problems.of(
                        HttpStatus.BAD_REQUEST, "malformed-parameter", "A parameter is malformed",
                        String.valueOf(failure.getMessage()))))
                .onError(ErrorResponse.class::isInstance, (failure, request) -> refused((ErrorResponse) failure))
                .build();
    }

    /** Turns the parameters of a GET into the body that a POST would have. */
    private static ServerRequest asPost(ServerRequest request, JsonMapper mapper) throws ServletException, IOException {
        ObjectNode body = mapper.createObjectNode();
        body.put("query", request.param("query").orElseThrow(() -> new MalformedParameterException(
                "The parameter `query` with the GraphQL document is missing.")));
        request.param("operationName").ifPresent(name -> body.put("operationName", name));
        for (String name : new String[]{"variables", "extensions"}) {
            request.param(name).filter(text -> !text.isBlank())
                    .ifPresent(text -> body.set(name, object(name, text, mapper)));
        }
        return ServerRequest.from(request)
                .headers(headers -> headers.setContentType(MediaType.APPLICATION_JSON))
                .body(mapper.writeValueAsBytes(body))
                .build();
    }

    private static ObjectNode object(String name, String text, JsonMapper mapper) {
        try {
            if (mapper.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw new MalformedParameterException("The parameter `" + name + "` is not JSON.", malformed);
        }
        throw new MalformedParameterException("The parameter `" + name + "` must be a JSON object.");
    }

    private static ServerResponse unreadable(Throwable failure) {
        return answer(Problems.tooLarge(failure).orElseGet(() -> Problems.of(HttpStatus.BAD_REQUEST, "malformed-json",
                "The body cannot be read", "A JSON object with `query`, and if need be `operationName`, `variables` and"
                        + " `extensions`, is required.")));
    }

    private static ServerResponse notAllowed(HttpMethod method) {
        return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED).allow(HttpMethod.GET, HttpMethod.POST)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(Problems.of(HttpStatus.METHOD_NOT_ALLOWED,
                        "A query is sent by GET or POST, not by " + method + "."));
    }

    private static ServerResponse refused(ErrorResponse refusal) {
        HttpStatus status = HttpStatus.valueOf(refusal.getStatusCode().value());
        String detail = status == HttpStatus.UNSUPPORTED_MEDIA_TYPE
                ? "A GraphQL request is sent as application/json."
                : String.valueOf(refusal.getBody().getDetail());
        return answer(Problems.of(status, detail));
    }

    private static ServerResponse answer(ProblemDetail problem) {
        return ServerResponse.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /** A parameter of a GET that cannot be read; the message is for the client. */
    private static final class MalformedParameterException extends RuntimeException {

        private static final long serialVersionUID = 1;

        MalformedParameterException(String message) {
            super(message);
        }

        MalformedParameterException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
