package io.guidepost.delivery.preview;

import graphql.GraphQLContext;
import io.guidepost.content.ContentModel;
import io.guidepost.delivery.GraphQlResult;
import io.guidepost.delivery.GraphQlRun;
import io.guidepost.delivery.edition.RefusedQueryException;
import io.guidepost.delivery.edition.View;
import io.guidepost.delivery.execution.EditionHeader;
import io.guidepost.delivery.execution.Engines;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.delivery.reading.Readings;
import io.guidepost.editorial.Documents;
import io.guidepost.quiz.statistics.Snapshots;
import io.guidepost.release.Publications;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers requests for previews, each anew. */
@Component
class PreviewHandler {

    private static final String CACHING = "private, no-store";

    private final WebGraphQlHandler engine;
    private final PreviewSites sites;
    private final Snapshots snapshots;
    private final Readings readings;
    private final Publications publications;
    private final Documents documents;

    PreviewHandler(Engines engines, GraphQlSource published, ContentModel model, PreviewSites sites,
            Snapshots snapshots, Readings readings, Publications publications, Documents documents) {
        this.engine = engines.variant(published.schema(), new DraftTypes(model), PreviewHandler::opened);
        this.sites = sites;
        this.snapshots = snapshots;
        this.readings = readings;
        this.publications = publications;
        this.documents = documents;
    }

    private static Reading opened(List<String> editions, GraphQLContext context) {
        if (!editions.isEmpty()) {
            throw new RefusedQueryException("A preview is of no edition; leave the edition out.");
        }
        return Objects.requireNonNull(context.<Reading>get(Reading.class));
    }

    /** Answers a request. */
    ServerResponse handle(GraphQlRun run) {
        PreviewSites.PreviewSite preview = sites.of(Preview.of(run.request()));
        Reading reading = readings.of(View.of(preview.site(), snapshots.latest()),
                new PreviewContents(preview.live(), publications, documents));
        return switch (run.go(engine, Map.of(Reading.class, reading))) {
            case GraphQlResult.Answered answered -> answer(run, answered, reading);
            case GraphQlResult.Refused refused -> run.refusal(refused, CACHING);
        };
    }

    private static ServerResponse answer(GraphQlRun run, GraphQlResult.Answered answered, Reading reading) {
        ServerResponse.BodyBuilder answer = ServerResponse.ok()
                .contentType(MediaType.parseMediaType(run.format().mediaType()))
                .header(HttpHeaders.CACHE_CONTROL, CACHING);
        EditionHeader.name(reading.view().edition(), answer::header);
        return answer.body(run.body(answered));
    }
}
