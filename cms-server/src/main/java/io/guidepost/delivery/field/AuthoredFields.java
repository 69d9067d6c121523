package io.guidepost.delivery.field;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.guidepost.content.ContentModel;
import io.guidepost.delivery.reading.Content;
import io.guidepost.delivery.reading.Content.Embedded;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Values of fields that editors write: from the stored content, by nothing but the field's type. */
final class AuthoredFields {

    private final ContentModel model;

    AuthoredFields(ContentModel model) {
        this.model = model;
    }

    FieldValue value(FieldDefinition field, TypeDefinitionRegistry registry) {
        String name = field.getName();
        String type = TypeNames.base(field.getType());
        if (model.find(type).isPresent()) {
            return TypeNames.isList(field.getType()) ? references(name, type) : reference(name, type);
        }
        Form form = form(type, registry);
        return (source, arguments, reading) -> {
            Content content = (Content) source;
            JsonNode value = content.fields().path(name);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            return value.isArray() ? each(value, form, content, reading) : form.of(value, content, reading);
        };
    }

    private static List<Object> each(JsonNode values, Form form, Content content, Reading reading) {
        List<Object> items = new ArrayList<>(values.size());
        for (JsonNode value : values) {
            items.add(form.of(value, content, reading));
        }
        return items;
    }

    /** A reference leads nowhere where its target is not live; only one that does not bind may. */
    private static FieldValue reference(String field, String type) {
        return new Link.ToOne((source, reading) -> {
            JsonNode id = ((Content) source).fields().path(field);
            return id.isString() ? live(id.stringValue(), type, reading) : null;
        });
    }

    private static FieldValue references(String field, String type) {
        return new Link.ToMany((source, reading) -> {
            JsonNode ids = ((Content) source).fields().path(field);
            if (!ids.isArray()) {
                return null;
            }
            List<LiveDocument> targets = new ArrayList<>(ids.size());
            for (JsonNode id : ids) {
                LiveDocument target = id.isString() ? live(id.stringValue(), type, reading) : null;
                if (target != null) {
                    targets.add(target);
                }
            }
            return targets;
        });
    }

    private static @Nullable LiveDocument live(String id, String type, Reading reading) {
        LiveDocument target = reading.byId(id);
        return target != null && target.type().equals(type) ? target : null;
    }

    private static Form form(String type, TypeDefinitionRegistry registry) {
        if (type.equals("RichText")) {
            return (value, content, reading) -> reading.text(value.asString(), content.quizRole());
        }
        if (registry.getTypeOrNull(type) instanceof ObjectTypeDefinition) {
            return (value, content, reading) -> new Embedded((ObjectNode) value, content.quizRole());
        }
        return (value, content, reading) -> plain(value);
    }

    private static Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.numberValue();
            default -> value.asString();
        };
    }

    /** How one stored value becomes what is delivered. */
    private interface Form {

        Object of(JsonNode value, Content content, Reading reading);
    }
}
