package io.guidepost.content;

import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.guidepost.content.Field.Bounds;
import io.guidepost.content.Field.Rules;
import io.guidepost.content.FieldType.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns parsed SDL into document types, and refuses directives where they mean nothing. */
final class ModelReader {

    private static final Map<String, Kind> SCALARS = Map.of("String", Kind.STRING, "ID", Kind.STRING, "Int", Kind.INT,
            "Float", Kind.FLOAT, "Boolean", Kind.BOOLEAN, "Slug", Kind.SLUG, "Date", Kind.DATE, "DateTime",
            Kind.DATE_TIME, "Url", Kind.URL);
    private static final String RICH_TEXT = "RichText";

    private final TypeDefinitionRegistry registry;
    private final Deque<String> reading = new ArrayDeque<>();

    ModelReader(TypeDefinitionRegistry registry) {
        this.registry = registry;
    }

    Map<String, DocumentType> documentTypes() {
        Map<String, DocumentType> types = new HashMap<>();
        for (ObjectTypeDefinition type : registry.getTypes(ObjectTypeDefinition.class)) {
            if (isDocument(type)) {
                types.put(type.getName(), documentType(type));
            }
        }
        return types;
    }

    private DocumentType documentType(ObjectTypeDefinition type) {
        Directive document = type.getDirectives("document").getFirst();
        Optional<String> slug = text(document, "slug");
        String title = text(document, "title")
                .orElseThrow(() -> new InvalidModelException(type.getName() + ": @document must name a title field."));
        List<Field> fields = fields(type);
        slug.ifPresent(name -> requireScalar(type, fields, name, Kind.SLUG));
        requireScalar(type, fields, title, Kind.STRING);
        return new DocumentType(type.getName(), description(type.getDescription()), slug, title, fields);
    }

    private static void requireScalar(ObjectTypeDefinition type, List<Field> fields, String name, Kind kind) {
        boolean fits = fields.stream().anyMatch(
                field -> field.name().equals(name) && field.type().equals(new FieldType.Scalar(kind)));
        if (!fits) {
            throw new InvalidModelException(
                    "%s: @document names the field %s, and there is none of type %s.".formatted(type.getName(), name,
                            kind));
        }
    }

    private List<Field> fields(ObjectTypeDefinition type) {
        reading.push(type.getName());
        List<Field> fields = new ArrayList<>();
        for (FieldDefinition definition : type.getFieldDefinitions()) {
            String path = type.getName() + "." + definition.getName();
            boolean computed = definition.hasDirective("computed");
            FieldType fieldType = computed ? new FieldType.Scalar(Kind.STRING) : fieldType(path, definition.getType());
            Rules rules = rules(path, definition, fieldType);
            fields.add(new Field(definition.getName(), fieldType, definition.getType() instanceof NonNullType,
                    computed, definition.hasDirective("weak"), definition.hasDirective("quizRole"), rules,
                    description(definition.getDescription())));
        }
        reading.pop();
        return fields;
    }

    private FieldType fieldType(String path, Type<?> type) {
        return switch (type) {
            case NonNullType required -> fieldType(path, required.getType());
            case ListType list -> new FieldType.ListOf(fieldType(path, list.getType()));
            case TypeName named -> named(path, named.getName());
            default -> throw new InvalidModelException(path + " has a type that cannot be read.");
        };
    }

    private FieldType named(String path, String name) {
        Kind kind = SCALARS.get(name);
        if (kind != null) {
            return new FieldType.Scalar(kind);
        }
        if (name.equals(RICH_TEXT)) {
            return new FieldType.Rich();
        }
        TypeDefinition<?> definition = registry.getTypeOrNull(name);
        return switch (definition) {
            case EnumTypeDefinition words -> new FieldType.Enumeration(name,
                    words.getEnumValueDefinitions().stream().map(EnumValueDefinition::getName).toList());
            case ObjectTypeDefinition object when isDocument(object) -> new FieldType.ReferenceTo(name);
            case ObjectTypeDefinition _ when reading.contains(name) -> throw new InvalidModelException(
                    path + ": an embedded type must not hold itself.");
            case ObjectTypeDefinition object -> new FieldType.Embedded(name, fields(object));
            case null -> throw new InvalidModelException(path + " is of type " + name + ", which is not defined.");
            default -> throw new InvalidModelException(
                    path + " is of type " + name + ", which content cannot be made of.");
        };
    }

    private static Rules rules(String path, FieldDefinition definition, FieldType type) {
        Optional<Bounds> text = bounds(definition, "text", 1);
        Optional<Bounds> items = bounds(definition, "items", 0);
        Optional<Bounds> range = bounds(definition, "range", Double.NEGATIVE_INFINITY);
        FieldType base = type instanceof FieldType.ListOf(FieldType item) ? item : type;
        if (text.isPresent() && !base.equals(new FieldType.Scalar(Kind.STRING))) {
            throw new InvalidModelException(path + ": @text needs a String.");
        }
        if (items.isPresent() && !(type instanceof FieldType.ListOf)) {
            throw new InvalidModelException(path + ": @items needs a list.");
        }
        if (range.isPresent() && !base.equals(new FieldType.Scalar(Kind.INT))
                && !base.equals(new FieldType.Scalar(Kind.FLOAT))) {
            throw new InvalidModelException(path + ": @range needs a number.");
        }
        if (definition.hasDirective("weak") && !(base instanceof FieldType.ReferenceTo)) {
            throw new InvalidModelException(path + ": @weak needs a reference.");
        }
        if (definition.hasDirective("quizRole") && !base.equals(new FieldType.Scalar(Kind.SLUG))) {
            throw new InvalidModelException(path + ": @quizRole needs a Slug.");
        }
        return new Rules(text, items, range);
    }

    private static Optional<Bounds> bounds(FieldDefinition definition, String directive, double defaultMin) {
        return definition.getDirectives(directive).stream().findFirst().map(found -> new Bounds(
                number(found, "min", defaultMin), number(found, "max", Double.POSITIVE_INFINITY)));
    }

    private static double number(Directive directive, String argument, double absent) {
        Value<?> value = directive.getArgument(argument) == null ? null : directive.getArgument(argument).getValue();
        return switch (value) {
            case IntValue whole -> whole.getValue().doubleValue();
            case FloatValue part -> part.getValue().doubleValue();
            case null, default -> absent;
        };
    }

    private static Optional<String> text(Directive directive, String argument) {
        return directive.getArgument(argument) != null
                && directive.getArgument(argument).getValue() instanceof StringValue text
                        ? Optional.ofNullable(text.getValue())
                        : Optional.empty();
    }

    private static boolean isDocument(ObjectTypeDefinition type) {
        return type.hasDirective("document");
    }

    private static String description(graphql.language.@Nullable Description description) {
        return description == null ? "" : description.getContent().strip();
    }
}
