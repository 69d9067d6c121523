package io.guidepost.delivery;

import graphql.language.FieldDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.guidepost.content.Citation;
import io.guidepost.content.Figure;
import io.guidepost.content.RichText;
import io.guidepost.delivery.Content.Published;
import io.guidepost.quiz.AnswerStatistics;
import io.guidepost.quiz.BackgroundStatistics;
import io.guidepost.quiz.Highlight;
import io.guidepost.quiz.QuestionStatistics;
import io.guidepost.quiz.RoleStatistics;
import io.guidepost.quiz.SiteStatistics;
import io.guidepost.related.RelatedCareers.Career;
import io.guidepost.related.RelatedCareers.Related;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Fetchers of the fields of what the server makes itself: records whose components are named like the fields. */
final class ValueFields {

    private static final Map<String, Class<? extends Record>> RECORDS = Map.ofEntries(
            Map.entry("RichText", RichText.class), Map.entry("Figure", Figure.class),
            Map.entry("Citation", Citation.class), Map.entry("RoleStatistics", RoleStatistics.class),
            Map.entry("Highlight", Highlight.class), Map.entry("QuestionStatistics", QuestionStatistics.class),
            Map.entry("AnswerStatistics", AnswerStatistics.class),
            Map.entry("BackgroundStatistics", BackgroundStatistics.class),
            Map.entry("SiteStatistics", SiteStatistics.class), Map.entry("Edition", Edition.class),
            Map.entry("RelatedCareers", Related.class), Map.entry("RelatedCareer", Career.class),
            Map.entry("PageInfo", Connection.PageInfo.class));

    private final PublishedContent documents;

    ValueFields(PublishedContent documents) {
        this.documents = documents;
    }

    /** Whether the server makes the values of a type. */
    boolean has(String type) {
        return recordOf(type) != null;
    }

    DataFetcher<@Nullable Object> fetcher(String type, FieldDefinition field) {
        return switch (type + "." + field.getName()) {
            case "Citation.source" -> this::cited;
            case "RelatedCareer.guide" -> this::related;
            case "QuestionStatistics.answers" -> ValueFields::answers;
            default -> component(type, field.getName());
        };
    }

    private @Nullable CompletableFuture<Published> cited(DataFetchingEnvironment environment) {
        Citation citation = Objects.requireNonNull(environment.<Citation>getSource());
        return documents.load(
                View.of(environment.getGraphQlContext()).site().bySlug("Source", citation.key()).orElse(null),
                environment);
    }

    private @Nullable CompletableFuture<Published> related(DataFetchingEnvironment environment) {
        Career career = Objects.requireNonNull(environment.<Career>getSource());
        return documents.load(
                View.of(environment.getGraphQlContext()).site().byId(career.documentId()).orElse(null), environment);
    }

    private static List<AnswerStatistics> answers(DataFetchingEnvironment environment) {
        List<AnswerStatistics> answers = Objects.requireNonNull(environment.<QuestionStatistics>getSource()).answers();
        return environment.getArgument("first") == null
                ? answers
                : answers.stream().limit(Arguments.first(environment, 100)).toList();
    }

    private static DataFetcher<@Nullable Object> component(String type, String field) {
        Method accessor;
        try {
            accessor = Objects.requireNonNull(recordOf(type)).getMethod(field);
        } catch (NoSuchMethodException missing) {
            throw new UnwiredFieldException(type, field, "its record has no such component");
        }
        return environment -> {
            try {
                return accessor.invoke(environment.<Object>getSource());
            } catch (InvocationTargetException failure) {
                throw new IllegalStateException("Cannot read " + type + "." + field, failure.getCause());
            }
        };
    }

    private static @Nullable Class<? extends Record> recordOf(String type) {
        if (type.endsWith("Connection")) {
            return Connection.class;
        }
        return type.endsWith("Edge") ? Connection.Edge.class : RECORDS.get(type);
    }
}
