package io.guidepost.delivery.field;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.guidepost.content.ContentModel;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/** Values of the fields that every query begins with, by their types. */
final class QueryFields {

    private static final String CONNECTION = "Connection";
    private static final Set<String> OF_EVERY_DOCUMENT = Set.of("slugs", "publishedSince", "hasFigure");

    /** What is said of a document by the role that it is about. */
    private static final String BACKGROUND = "quizBackground";

    private final ContentModel model;

    QueryFields(ContentModel model) {
        this.model = model;
    }

    FieldValue value(FieldDefinition field, TypeDefinitionRegistry registry) {
        String type = TypeNames.base(field.getType());
        if (type.equals("Edition")) {
            return (source, arguments, reading) -> reading.edition();
        }
        if (type.equals("Changes")) {
            return new ChangesPage.Field();
        }
        if (type.equals("SearchResults")) {
            return new SearchPage.Field();
        }
        if (type.equals("Suggestions")) {
            return new SuggestionList.Field();
        }
        if (model.find(type).isPresent()) {
            return model.type(type).slugField().isPresent() ? bySlug(field, type) : single(type);
        }
        if (type.equals("RedirectConnection")) {
            return new Redirects(model);
        }
        if (type.equals("SitePageConnection")) {
            return new SiteMap();
        }
        if (type.endsWith(CONNECTION)) {
            String listed = type.substring(0, type.length() - CONNECTION.length());
            if (model.find(listed).isPresent()) {
                checkFilter(field, listed, registry);
                checkOrders(field, registry);
                return new Listing(listed);
            }
        }
        throw new UnwiredFieldException("Query", field.getName(),
                "it is neither a document, nor a connection of documents, nor the edition, nor a search");
    }

    private static FieldValue bySlug(FieldDefinition field, String type) {
        if (field.getInputValueDefinitions().stream().noneMatch(argument -> argument.getName().equals("slug"))) {
            throw new UnwiredFieldException("Query", field.getName(), "it has no argument `slug`");
        }
        return (source, arguments, reading) -> Documents.one(
                reading.bySlug(type, Objects.requireNonNull(arguments.get("slug")).toString()), reading);
    }

    private static FieldValue single(String type) {
        return (source, arguments, reading) -> Documents.one(
                reading.ofType(type).values().stream().findFirst().orElse(null), reading);
    }

    private static void checkFilter(FieldDefinition field, String type, TypeDefinitionRegistry registry) {
        field.getInputValueDefinitions().stream()
                .filter(argument -> argument.getName().equals("filter"))
                .map(argument -> registry.getTypeOrNull(argument.getType(), InputObjectTypeDefinition.class))
                .filter(Objects::nonNull)
                .flatMap(filter -> filter.getInputValueDefinitions().stream())
                .map(InputValueDefinition::getName)
                .filter(name -> !OF_EVERY_DOCUMENT.contains(name)
                        && !hasField(type, name.equals(BACKGROUND) ? "quizRole" : name, registry))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnwiredFieldException("Query", field.getName(),
                            "it filters by `" + name + "`, which " + type + " does not have");
                });
    }

    private static void checkOrders(FieldDefinition field, TypeDefinitionRegistry registry) {
        field.getInputValueDefinitions().stream()
                .filter(argument -> argument.getName().equals("sort"))
                .map(argument -> registry.getTypeOrNull(argument.getType(), EnumTypeDefinition.class))
                .filter(Objects::nonNull)
                .flatMap(sort -> sort.getEnumValueDefinitions().stream())
                .map(EnumValueDefinition::getName)
                .filter(name -> Arrays.stream(DocumentOrder.values()).noneMatch(order -> order.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnwiredFieldException("Query", field.getName(),
                            "it is sorted by " + name + ", which is no order of documents");
                });
    }

    private static boolean hasField(String type, String field, TypeDefinitionRegistry registry) {
        return Objects.requireNonNull(registry.getTypeOrNull(type, ObjectTypeDefinition.class))
                .getFieldDefinitions()
                .stream()
                .anyMatch(candidate -> candidate.getName().equals(field) && !candidate.hasDirective("computed"));
    }
}
