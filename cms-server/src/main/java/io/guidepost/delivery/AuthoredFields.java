package io.guidepost.delivery;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.guidepost.content.RichTextRenderer;
import io.guidepost.delivery.Content.Embedded;
import io.guidepost.release.LiveDocument;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fetchers of fields that editors write: from the stored content, by nothing but the field's type. */
final class AuthoredFields {

    private final PublishedContent documents;
    private final RichTextRenderer renderer;

    AuthoredFields(PublishedContent documents, RichTextRenderer renderer) {
        this.documents = documents;
        this.renderer = renderer;
    }

    DataFetcher<@Nullable Object> fetcher(FieldDefinition field, TypeDefinitionRegistry registry) {
        String type = TypeNames.base(field.getType());
        if (documents.isDocument(type)) {
            return TypeNames.isList(field.getType())
                    ? references(field.getName(), type)
                    : reference(field.getName(), type);
        }
        Reading reading = reading(type, registry);
        return environment -> {
            Content content = Objects.requireNonNull(environment.<Content>getSource());
            JsonNode value = content.fields().path(field.getName());
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            return value.isArray()
                    ? value.values().stream().map(item -> reading.read(item, content, environment)).toList()
                    : reading.read(value, content, environment);
        };
    }

    /** A reference leads nowhere where its target is not live; only one that does not bind may. */
    private DataFetcher<@Nullable Object> reference(String field, String type) {
        return environment -> documents.load(stored(environment, field).flatMap(id -> live(id, environment))
                .filter(target -> target.type().equals(type)).findFirst().orElse(null), environment);
    }

    private DataFetcher<@Nullable Object> references(String field, String type) {
        return environment -> {
            Content content = Objects.requireNonNull(environment.<Content>getSource());
            if (!content.fields().path(field).isArray()) {
                return null;
            }
            List<LiveDocument> targets = stored(environment, field).flatMap(id -> live(id, environment))
                    .filter(target -> target.type().equals(type))
                    .toList();
            return documents.load(targets, environment);
        };
    }

    private static Stream<String> stored(DataFetchingEnvironment environment, String field) {
        Content content = Objects.requireNonNull(environment.<Content>getSource());
        JsonNode value = content.fields().path(field);
        return (value.isArray() ? value.values().stream() : Stream.of(value)).filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }

    private static Stream<LiveDocument> live(String id, DataFetchingEnvironment environment) {
        Optional<LiveDocument> target = View.of(environment.getGraphQlContext()).site().byId(id);
        return target.stream();
    }

    private Reading reading(String type, TypeDefinitionRegistry registry) {
        if (type.equals("RichText")) {
            return (value, content, environment) -> renderer.render(value.asString(), content.quizRole(),
                    View.of(environment.getGraphQlContext()).snapshot());
        }
        if (registry.getTypeOrNull(type) instanceof ObjectTypeDefinition) {
            return (value, content, environment) -> new Embedded((ObjectNode) value, content.quizRole());
        }
        return (value, content, environment) -> plain(value);
    }

    private static Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.numberValue();
            default -> value.asString();
        };
    }

    /** How one stored value becomes what GraphQL goes on with. */
    private interface Reading {

        Object read(JsonNode value, Content content, DataFetchingEnvironment environment);
    }
}
