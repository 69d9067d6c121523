package io.guidepost.delivery.field;

import graphql.language.FieldDefinition;
import io.guidepost.delivery.reading.Content.Published;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Values of the fields of a document that nobody writes. */
final class ComputedFields {

    private static final int MOST_RELATED = 20;

    private ComputedFields() {}

    static FieldValue value(String type, FieldDefinition field) {
        return switch (field.getName()) {
            case "id" -> (source, arguments, reading) -> ((Published) source).document().id();
            case "publishedAt" -> (source, arguments, reading) -> ((Published) source).document().publishedAt();
            case "firstPublishedAt" ->
                (source, arguments, reading) -> ((Published) source).document().firstPublishedAt();
            case "locale" -> (source, arguments, reading) -> reading.locale();
            case "statistics" -> statistics(type, field);
            case "alsoConsider" -> related();
            case "jsonLd" -> structured(type, field);
            default -> throw new UnwiredFieldException(type, field.getName(), "it is computed, but not known here");
        };
    }

    private static FieldValue statistics(String type, FieldDefinition field) {
        return switch (TypeNames.base(field.getType())) {
            case "RoleStatistics" -> (source, arguments, reading) -> {
                String role = ((Published) source).quizRole();
                return role == null ? null : reading.role(role);
            };
            case "SiteStatistics" -> (source, arguments, reading) -> reading.site();
            default -> throw new UnwiredFieldException(type, field.getName(), "there are no statistics of its type");
        };
    }

    private static FieldValue structured(String type, FieldDefinition field) {
        if (!type.equals("RoleGuide")) {
            throw new UnwiredFieldException(type, field.getName(), "only role guides have pages");
        }
        return new JsonLd();
    }

    private static FieldValue related() {
        return (source, arguments, reading) -> {
            Published guide = (Published) source;
            JsonNode choices = guide.fields().path("related");
            return reading.related(guide.document(), ids(choices.path("pins")), ids(choices.path("exclusions")),
                    Arguments.first(arguments, MOST_RELATED));
        };
    }

    private static List<String> ids(JsonNode references) {
        List<String> ids = new ArrayList<>();
        references.forEach(reference -> ids.add(reference.asString()));
        return ids;
    }
}
