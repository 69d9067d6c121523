package io.guidepost.delivery;

import graphql.GraphQLContext;
import graphql.parser.ParserOptions;
import java.util.HashMap;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the edition from a request's header where it has one, names it in the answer's, and bounds what is parsed. */
@Component
class EditionHeader implements WebGraphQlInterceptor {

    /** Names an edition, in requests and in answers. */
    static final String NAME = "Guidepost-Edition";

    private final ParserOptions parserOptions;

    EditionHeader(DeliveryProperties properties) {
        this.parserOptions = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(properties.maxTokens())
                        .maxCharacters(properties.maxCharacters()));
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Map<Object, Object> context = new HashMap<>();
        context.put(ParserOptions.class, parserOptions);
        String edition = request.getHeaders().getFirst(NAME);
        if (edition != null) {
            context.put(EditionInstrumentation.NAMED_BY_HEADER, edition.strip());
        }
        request.configureExecutionInput((input, builder) -> builder.graphQLContext(context).build());
        return chain.next(request).doOnNext(EditionHeader::nameEdition);
    }

    private static void nameEdition(WebGraphQlResponse response) {
        GraphQLContext context = response.getExecutionInput().getGraphQLContext();
        if (context.hasKey(View.class)) {
            response.getResponseHeaders().set(NAME, View.of(context).edition().id());
        }
    }
}
