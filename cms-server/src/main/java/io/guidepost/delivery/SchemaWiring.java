package io.guidepost.delivery;

import graphql.language.FieldDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives every field of the schema files its fetcher, by the field's type and directives: a document type or an authored field
 * that is added to the files is delivered as it stands. A field that cannot be fetched stops the start.
 */
final class SchemaWiring implements WiringFactory {

    private final PublishedContent documents;
    private final QueryFields queries;
    private final AuthoredFields authored;
    private final ComputedFields computed;
    private final ValueFields values;

    SchemaWiring(PublishedContent documents, QueryFields queries, AuthoredFields authored, ComputedFields computed,
            ValueFields values) {
        this.documents = documents;
        this.queries = queries;
        this.authored = authored;
        this.computed = computed;
        this.values = values;
    }

    @Override
    public boolean providesDataFetcher(FieldWiringEnvironment environment) {
        return true;
    }

    @Override
    public DataFetcher<? extends @Nullable Object> getDataFetcher(FieldWiringEnvironment environment) {
        String type = environment.getParentType().getName();
        FieldDefinition field = environment.getFieldDefinition();
        if (type.equals("Query")) {
            return queries.fetcher(field, environment.getRegistry());
        }
        if (!documents.isDocument(type) && values.has(type)) {
            return values.fetcher(type, field);
        }
        if (!field.hasDirective("computed")) {
            return authored.fetcher(field, environment.getRegistry());
        }
        if (documents.isDocument(type)) {
            return computed.fetcher(type, field);
        }
        throw new UnwiredFieldException(type, field.getName(), "only a document has computed fields");
    }
}
