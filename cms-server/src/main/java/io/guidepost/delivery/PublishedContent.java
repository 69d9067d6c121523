package io.guidepost.delivery;

import graphql.schema.DataFetchingEnvironment;
import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.delivery.Content.Published;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.Publications;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Loads the content of live documents, all that one level of a query asks for in one batch. */
final class PublishedContent {

    private static final String LOADER = "publications";

    private final ContentModel model;

    PublishedContent(ContentModel model) {
        this.model = model;
    }

    /** Makes the loader known to every request. */
    static void register(BatchLoaderRegistry loaders, Publications publications) {
        loaders.<String, ObjectNode>forName(LOADER)
                .registerMappedBatchLoader((ids, environment) -> Mono.fromCallable(() -> publications.load(ids)));
    }

    /** Documents, in the order given. */
    CompletableFuture<List<Published>> load(List<LiveDocument> documents, DataFetchingEnvironment environment) {
        List<String> ids = documents.stream().map(LiveDocument::publication).toList();
        return loader(environment).loadMany(ids).thenApply(contents -> {
            List<Published> published = new ArrayList<>();
            for (int i = 0; i < contents.size(); i++) {
                published.add(published(documents.get(i), contents.get(i)));
            }
            return published;
        });
    }

    /** One document; null where there is none. */
    @Nullable
    CompletableFuture<Published> load(@Nullable LiveDocument document, DataFetchingEnvironment environment) {
        return document == null
                ? null
                : loader(environment).load(document.publication()).thenApply(content -> published(document, content));
    }

    private Published published(LiveDocument document, ObjectNode content) {
        return new Published(document, content,
                model.find(document.type()).flatMap(type -> type.quizRole(content)).orElse(null));
    }

    /** Whether a name is that of a document type. */
    boolean isDocument(String type) {
        return model.find(type).isPresent();
    }

    DocumentType type(String name) {
        return model.find(name).orElseThrow();
    }

    private static DataLoader<String, ObjectNode> loader(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<String, ObjectNode>getDataLoader(LOADER));
    }
}
