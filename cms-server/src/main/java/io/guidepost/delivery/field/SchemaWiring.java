package io.guidepost.delivery.field;

import graphql.language.FieldDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.WiringFactory;
import io.guidepost.content.ContentModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives every field of the schema files its value, by the field's type and directives: a document type or an authored field
 * that is added to the files is delivered as it stands. A field that cannot be fetched stops the start.
 */
public final class SchemaWiring implements WiringFactory {

    private final ContentModel model;
    private final QueryFields queries;
    private final AuthoredFields authored;
    private final ChangeFields changes;
    private final Map<String, FieldValue> values = new ConcurrentHashMap<>();

    /** @param model which types are documents */
    public SchemaWiring(ContentModel model) {
        this.model = model;
        this.queries = new QueryFields(model);
        this.authored = new AuthoredFields(model);
        this.changes = new ChangeFields(model);
    }

    /** The scalars of the schema files. */
    public static List<GraphQLScalarType> scalars() {
        return ScalarTypes.all();
    }

    /**
     * The value of a field of the schema that was wired with this.
     *
     * @return null: the field is none of the schema files', it belongs to introspection
     */
    public @Nullable FieldValue value(String type, String field) {
        return values.get(type + "." + field);
    }

    @Override
    public boolean providesDataFetcher(FieldWiringEnvironment environment) {
        return true;
    }

    @Override
    public DataFetcher<@Nullable Object> getDataFetcher(FieldWiringEnvironment environment) {
        String type = environment.getParentType().getName();
        FieldDefinition field = environment.getFieldDefinition();
        FieldValue value = wire(type, field, environment.getRegistry());
        values.put(type + "." + field.getName(), value);
        return new FieldFetcher(value);
    }

    private FieldValue wire(String type, FieldDefinition field, TypeDefinitionRegistry registry) {
        if (type.equals("Query")) {
            return queries.value(field, registry);
        }
        if (type.equals("Change")) {
            return changes.value(field);
        }
        boolean isDocument = model.find(type).isPresent();
        if (!isDocument && ValueFields.has(type)) {
            return ValueFields.value(type, field);
        }
        if (!field.hasDirective("computed")) {
            return authored.value(field, registry);
        }
        if (isDocument) {
            return ComputedFields.value(type, field);
        }
        throw new UnwiredFieldException(type, field.getName(), "only a document has computed fields");
    }
}
