package io.guidepost.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The addresses of delivery: GraphQL, and a page to try it on. Before Spring's own, which knows only POST. */
@Configuration(proxyBeanMethods = false)
class DeliveryRoutes {

    /** Everything on the page comes from here; GraphiQL writes its own styles. */
    private static final String PAGE_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> deliveryRouterFunction(GraphQlEndpoint endpoint, DeliveryHandler handler) {
        return endpoint.at("/graphql", handler::handle).GET("/graphiql", request -> page())
                .HEAD("/graphiql", request -> page()).build();
    }

    private static ServerResponse page() {
        return ServerResponse.ok().contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", PAGE_POLICY)
                .body(new ClassPathResource("guidepost/graphiql.html"));
    }
}
