package io.guidepost.delivery;

import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fetchers of the fields that every query begins with, by their types. */
final class QueryFields {

    private static final String CONNECTION = "Connection";
    private static final Set<String> OF_EVERY_DOCUMENT = Set.of("slugs", "publishedSince");

    private final PublishedContent documents;

    QueryFields(PublishedContent documents) {
        this.documents = documents;
    }

    DataFetcher<? extends @Nullable Object> fetcher(FieldDefinition field, TypeDefinitionRegistry registry) {
        String type = TypeNames.base(field.getType());
        if (type.equals("Edition")) {
            return environment -> View.of(environment.getGraphQlContext()).edition();
        }
        if (documents.isDocument(type)) {
            return documents.type(type).slugField().isPresent() ? bySlug(field, type) : single(type);
        }
        if (type.endsWith(CONNECTION)) {
            String listed = type.substring(0, type.length() - CONNECTION.length());
            if (documents.isDocument(listed)) {
                checkFilter(field, listed, registry);
                return new Listing(listed, documents);
            }
        }
        throw new UnwiredFieldException("Query", field.getName(),
                "it is neither a document, nor a connection of documents, nor the edition");
    }

    private DataFetcher<@Nullable Object> bySlug(FieldDefinition field, String type) {
        if (field.getInputValueDefinitions().stream().noneMatch(argument -> argument.getName().equals("slug"))) {
            throw new UnwiredFieldException("Query", field.getName(), "it has no argument `slug`");
        }
        return environment -> {
            String slug = Objects.requireNonNull(environment.<String>getArgument("slug"));
            return documents.load(site(environment).bySlug(type, slug).orElse(null), environment);
        };
    }

    private DataFetcher<@Nullable Object> single(String type) {
        return environment -> {
            LiveDocument only = site(environment).ofType(type).values().stream().findFirst().orElse(null);
            return documents.load(only, environment);
        };
    }

    private static void checkFilter(FieldDefinition field, String type, TypeDefinitionRegistry registry) {
        field.getInputValueDefinitions().stream()
                .filter(argument -> argument.getName().equals("filter"))
                .map(argument -> registry.getTypeOrNull(argument.getType(), InputObjectTypeDefinition.class))
                .filter(Objects::nonNull)
                .flatMap(filter -> filter.getInputValueDefinitions().stream())
                .map(InputValueDefinition::getName)
                .filter(name -> !OF_EVERY_DOCUMENT.contains(name) && !hasField(type, name, registry))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnwiredFieldException("Query", field.getName(),
                            "it filters by `" + name + "`, which " + type + " does not have");
                });
    }

    private static boolean hasField(String type, String field, TypeDefinitionRegistry registry) {
        return Objects.requireNonNull(registry.getTypeOrNull(type, ObjectTypeDefinition.class))
                .getFieldDefinitions()
                .stream()
                .anyMatch(candidate -> candidate.getName().equals(field) && !candidate.hasDirective("computed"));
    }

    private static LiveSite site(DataFetchingEnvironment environment) {
        return View.of(environment.getGraphQlContext()).site();
    }
}
