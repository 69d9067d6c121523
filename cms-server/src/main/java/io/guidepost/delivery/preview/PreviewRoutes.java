package io.guidepost.delivery.preview;

import io.guidepost.delivery.GraphQlEndpoint;
import io.guidepost.editorial.MalformedDocumentIdException;
import io.guidepost.release.plan.UnknownPlanException;
import io.guidepost.web.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The address of previews, which the filter chains open to those who may see them. */
@Configuration(proxyBeanMethods = false)
class PreviewRoutes {

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> previewRouterFunction(GraphQlEndpoint endpoint, PreviewHandler handler) {
        return endpoint.at("/graphql/preview", handler::handle)
                .onError(UnknownPreviewException.class, (failure, request) -> unknown(failure))
                .onError(UnknownPlanException.class, (failure, request) -> unknown(failure))
                .onError(MalformedPreviewException.class, (failure, request) -> malformed(failure))
                .onError(MalformedDocumentIdException.class, (failure, request) -> malformed(failure)).build();
    }

    private static ServerResponse unknown(Throwable failure) {
        return GraphQlEndpoint.answer(Problems.of(HttpStatus.NOT_FOUND, "unknown-preview",
                "There is nothing to preview", failure.getMessage()));
    }

    private static ServerResponse malformed(Throwable failure) {
        return GraphQlEndpoint.answer(Problems.of(HttpStatus.BAD_REQUEST, "malformed-preview",
                "It is not clear what to preview", failure.getMessage()));
    }
}
