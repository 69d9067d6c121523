package io.guidepost.delivery.execution;

import graphql.parser.ParserOptions;
import io.guidepost.delivery.edition.Edition;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the edition from a request's header where it has one, and bounds what is parsed. */
@Component
public class EditionHeader implements WebGraphQlInterceptor {

    /** Names an edition, in requests and in answers. */
    public static final String NAME = "Guidepost-Edition";

    /** Tells in answers of when the edition is. */
    private static final String AS_OF = "Guidepost-As-Of";

    /** The key in a request's context of the edition that its header names. */
    static final String NAMED = "guidepost.edition";

    private final ParserOptions parserOptions;

    EditionHeader(DeliveryProperties properties) {
        this.parserOptions = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(properties.maxTokens())
                        .maxCharacters(properties.maxCharacters()));
    }

    /**
     * Names the edition that an answer was read from.
     *
     * @param headers sets a header of the answer, by its name
     */
    public static void name(Edition edition, BiConsumer<String, String> headers) {
        headers.accept(NAME, edition.id());
        headers.accept(AS_OF, edition.asOf().toString());
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Map<Object, Object> context = new HashMap<>();
        context.put(ParserOptions.class, parserOptions);
        String edition = request.getHeaders().getFirst(NAME);
        if (edition != null) {
            context.put(NAMED, edition.strip());
        }
        request.configureExecutionInput((input, builder) -> builder.graphQLContext(context).build());
        return chain.next(request);
    }
}
