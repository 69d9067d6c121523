package io.guidepost.content;

import graphql.GraphQLError;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads document types from GraphQL SDL. GraphQL's own rules are checked first, then those of the content model. */
final class ModelReader {

    /** The document type that citations refer to. */
    static final String SOURCE = Reference.CITED;

    private static final String RICH_TEXT = "RichText";
    private static final FieldType NOTHING = new FieldType.Embedded("", List.of());

    private final GraphQLSchema schema;
    private final List<String> faults = new ArrayList<>();
    private final Deque<String> embedding = new ArrayDeque<>();

    ModelReader(String sdl) {
        this.schema = schema(sdl);
    }

    private static GraphQLSchema schema(String sdl) {
        try {
            var parser = new SchemaParser();
            var registry = parser.parse(sdl);
            if (registry.getTypeOrNull("Query") == null && registry.schemaDefinition().isEmpty()) {
                registry.merge(parser.parse("type Query { nothing: Int }"));
            }
            return UnExecutableSchemaGenerator.makeUnExecutableSchema(registry);
        } catch (SchemaProblem e) {
            throw new FaultySchemaException(e.getErrors().stream().map(GraphQLError::getMessage).distinct().toList());
        }
    }

    List<DocumentType> documentTypes() {
        var types = schema.getAllTypesAsList().stream().filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(ModelReader::isDocument).map(this::documentType).toList();
        if (types.isEmpty()) {
            faults.add("No type is marked @document.");
        }
        if (!faults.isEmpty()) {
            throw new FaultySchemaException(faults);
        }
        return types;
    }

    private static boolean isDocument(GraphQLObjectType type) {
        return type.hasAppliedDirective("document");
    }

    private DocumentType documentType(GraphQLObjectType type) {
        var directive = type.getAppliedDirective("document");
        var fields = fields(type, true);
        String slug = argument(directive, "slug");
        String title = argument(directive, "title");
        if (slug != null) {
            named(type, "slug", slug, ScalarKind.SLUG, fields);
        }
        named(type, "title", title == null ? "" : title, ScalarKind.STRING, fields);
        var roles = type.getFieldDefinitions().stream().filter(field -> field.hasAppliedDirective("quizRole"))
                .map(GraphQLFieldDefinition::getName).toList();
        if (roles.size() > 1) {
            faults.add(type.getName() + " has more than one field marked @quizRole: " + String.join(", ", roles) + ".");
        }
        return new DocumentType(type.getName(), described(type.getDescription()), slug, title == null ? "" : title,
                roles.isEmpty() ? null : roles.getFirst(), isShown(directive), fields);
    }

    private static boolean isShown(GraphQLAppliedDirective directive) {
        var shown = directive.getArgument("shown");
        return shown == null || !Boolean.FALSE.equals(shown.getValue());
    }

    private void named(GraphQLObjectType type, String what, String name, ScalarKind kind, List<Field> fields) {
        var field = fields.stream().filter(candidate -> candidate.name().equals(name)).findFirst();
        if (field.isEmpty()) {
            faults.add(type.getName() + " names " + name + " as its " + what + ", but has no such field.");
        } else if (!field.get().type().equals(new FieldType.Scalar(kind)) || !field.get().required()
                || field.get().computed()) {
            faults.add(type.getName() + "." + name + " is its document's " + what
                    + ", so it must be written, and of type " + kind.typeName() + "!.");
        }
    }

    private List<Field> fields(GraphQLObjectType type, boolean ofDocument) {
        var fields = type.getFieldDefinitions().stream().map(field -> field(type, field, ofDocument)).toList();
        for (var field : fields) {
            field.rules().namedIn().filter(named -> fields.stream()
                    .noneMatch(other -> other.name().equals(named) && other.type() instanceof FieldType.Reference))
                    .ifPresent(named -> faults.add(type.getName() + "." + field.name() + ": @namedIn names " + named
                            + ", which is no reference beside it."));
            field.rules().notBelow().filter(low -> fields.stream()
                    .noneMatch(other -> other.name().equals(low) && other.type().isNumber()))
                    .ifPresent(low -> faults.add(type.getName() + "." + field.name() + ": @notBelow names " + low
                            + ", which is no number beside it."));
        }
        return fields;
    }

    private Field field(GraphQLObjectType owner, GraphQLFieldDefinition definition, boolean ofDocument) {
        var place = owner.getName() + "." + definition.getName();
        boolean computed = definition.hasAppliedDirective("computed");
        boolean weak = definition.hasAppliedDirective("weak");
        var type = computed ? computed(definition) : type(place, definition.getType());
        if (!computed && !definition.getArguments().isEmpty()) {
            faults.add(place + " takes arguments, so it must be marked @computed.");
        }
        var rules = new RuleReader(place, definition, type, faults).read(ofDocument, computed);
        return new Field(definition.getName(), type, GraphQLTypeUtil.isNonNull(definition.getType()), rules, computed,
                weak,
                described(definition.getDescription()));
    }

    private FieldType computed(GraphQLFieldDefinition definition) {
        GraphQLNamedType named = GraphQLTypeUtil.unwrapAllAs(definition.getType());
        FieldType type = switch (named) {
            case GraphQLScalarType scalar when ScalarKind.named(scalar.getName()).isPresent() -> new FieldType.Scalar(
                    ScalarKind.named(scalar.getName()).orElseThrow());
            case GraphQLEnumType enumeration -> enumeration(enumeration);
            case GraphQLObjectType object when isDocument(object) -> new FieldType.Reference(object.getName());
            default -> new FieldType.Embedded(named.getName(), List.of());
        };
        return GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLList
                ? new FieldType.ListOf(type)
                : type;
    }

    private FieldType type(String place, GraphQLType declared) {
        var type = GraphQLTypeUtil.unwrapNonNull(declared);
        if (type instanceof GraphQLList list) {
            var item = list.getWrappedType();
            if (!(item instanceof GraphQLNonNull nonNull) || nonNull.getWrappedType() instanceof GraphQLList) {
                faults.add(place
                        + " must be a list of values that are never null and no lists themselves, such as [String!].");
                return NOTHING;
            }
            return new FieldType.ListOf(single(place, nonNull.getWrappedType()));
        }
        return single(place, type);
    }

    private FieldType single(String place, GraphQLType type) {
        return switch (type) {
            case GraphQLScalarType scalar -> scalar(place, scalar.getName());
            case GraphQLEnumType enumeration -> enumeration(enumeration);
            case GraphQLObjectType object when object.getName().equals(RICH_TEXT) -> new FieldType.RichText();
            case GraphQLObjectType object when isDocument(object) -> new FieldType.Reference(object.getName());
            case GraphQLObjectType object -> embedded(place, object);
            default -> {
                faults.add(place + " is of type " + GraphQLTypeUtil.simplePrint(type)
                        + ", but content holds only scalars, enums, rich text, embedded objects and references.");
                yield NOTHING;
            }
        };
    }

    private FieldType scalar(String place, String name) {
        return ScalarKind.named(name).<FieldType>map(FieldType.Scalar::new).orElseGet(() -> {
            faults.add(place + " is of the scalar type " + name + ", which content does not know.");
            return NOTHING;
        });
    }

    private static FieldType enumeration(GraphQLEnumType type) {
        return new FieldType.Enumeration(type.getName(),
                type.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList());
    }

    private FieldType embedded(String place, GraphQLObjectType type) {
        if (embedding.contains(type.getName())) {
            faults.add(place + " embeds " + type.getName() + " in itself; only references may go round in a circle.");
            return NOTHING;
        }
        embedding.push(type.getName());
        try {
            return new FieldType.Embedded(type.getName(), fields(type, false));
        } finally {
            embedding.pop();
        }
    }

    private static String described(@Nullable String description) {
        return Optional.ofNullable(description).map(String::strip).orElse("");
    }

    private static @Nullable String argument(GraphQLAppliedDirective directive, String name) {
        return directive.getArgument(name).getValue();
    }
}
