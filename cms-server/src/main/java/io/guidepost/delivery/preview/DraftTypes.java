package io.guidepost.delivery.preview;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.guidepost.content.ContentModel;
import io.guidepost.content.Field;
import io.guidepost.content.FieldType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets drafts be incomplete: every field that editors write, and of a document every one but its id, may be null, and so may the source
 * that a text cites. Items of lists stay as they are, since a list of a draft holds no nulls.
 */
final class DraftTypes extends GraphQLTypeVisitorStub {

    private static final String ALWAYS_THERE = "id";
    private static final String CITATION = "Citation";

    private final ContentModel model;
    private final Set<String> drafted = new HashSet<>();

    DraftTypes(ContentModel model) {
        this.model = model;
        model.types().forEach(type -> add(type.name(), type.fields()));
    }

    private void add(String type, List<Field> fields) {
        if (drafted.add(type)) {
            fields.stream().filter(field -> !field.computed()).forEach(field -> embedded(field.type()));
        }
    }

    private void embedded(FieldType type) {
        switch (type) {
            case FieldType.Embedded(String name, List<Field> fields) -> add(name, fields);
            case FieldType.ListOf(FieldType item) -> embedded(item);
            case FieldType.Scalar _,FieldType.Enumeration _,FieldType.RichText _,FieldType.Reference _ -> {}
        }
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(GraphQLFieldDefinition field,
            TraverserContext<GraphQLSchemaElement> context) {
        if (context.getParentNode() instanceof GraphQLObjectType parent && mayLack(parent.getName(), field)
                && field.getType() instanceof GraphQLNonNull required) {
            GraphQLOutputType wrapped = (GraphQLOutputType) required.getWrappedType();
            return changeNode(context, field.transform(builder -> builder.type(wrapped)));
        }
        return TraversalControl.CONTINUE;
    }

    private boolean mayLack(String type, GraphQLFieldDefinition field) {
        return drafted.contains(type)
                ? !field.getName().equals(ALWAYS_THERE)
                : type.equals(CITATION) && isDocument(field);
    }

    private boolean isDocument(GraphQLFieldDefinition field) {
        return model.find(GraphQLTypeUtil.unwrapAll(field.getType()).getName()).isPresent();
    }
}
