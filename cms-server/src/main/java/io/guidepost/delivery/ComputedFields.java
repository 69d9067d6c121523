package io.guidepost.delivery;

import graphql.language.FieldDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.guidepost.delivery.Content.Published;
import io.guidepost.quiz.RoleStatistics;
import io.guidepost.related.RelatedCareers;
import io.guidepost.related.RelatedCareers.Related;
import io.guidepost.release.LiveSite;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fetchers of the fields of a document that nobody writes. */
final class ComputedFields {

    private static final int MOST_RELATED = 20;

    private final RelatedCareers relatedCareers;

    ComputedFields(RelatedCareers relatedCareers) {
        this.relatedCareers = relatedCareers;
    }

    DataFetcher<@Nullable Object> fetcher(String type, FieldDefinition field) {
        return switch (field.getName()) {
            case "id" -> of(published -> published.document().id());
            case "publishedAt" -> of(published -> published.document().publishedAt());
            case "firstPublishedAt" -> of(published -> published.document().firstPublishedAt());
            case "statistics" -> statistics(type, field);
            case "alsoConsider" -> this::related;
            default -> throw new UnwiredFieldException(type, field.getName(), "it is computed, but not known here");
        };
    }

    private static DataFetcher<@Nullable Object> of(Function<Published, Object> value) {
        return environment -> value.apply(source(environment));
    }

    private static DataFetcher<@Nullable Object> statistics(String type, FieldDefinition field) {
        return switch (TypeNames.base(field.getType())) {
            case "RoleStatistics" -> ComputedFields::ofRole;
            case "SiteStatistics" -> environment -> View.of(environment.getGraphQlContext()).snapshot().site();
            default -> throw new UnwiredFieldException(type, field.getName(), "there are no statistics of its type");
        };
    }

    private static @Nullable RoleStatistics ofRole(DataFetchingEnvironment environment) {
        String role = source(environment).quizRole();
        return role == null ? null : View.of(environment.getGraphQlContext()).snapshot().role(role);
    }

    private Related related(DataFetchingEnvironment environment) {
        Published guide = source(environment);
        LiveSite site = View.of(environment.getGraphQlContext()).site();
        JsonNode choices = guide.fields().path("related");
        return relatedCareers.related(site, guide.document(), ids(choices.path("pins")),
                ids(choices.path("exclusions")), Arguments.first(environment, MOST_RELATED));
    }

    private static List<String> ids(JsonNode references) {
        return references.values().stream().map(JsonNode::asString).toList();
    }

    private static Published source(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<Published>getSource());
    }
}
