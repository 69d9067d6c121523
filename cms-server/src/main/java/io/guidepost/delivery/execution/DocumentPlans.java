package io.guidepost.delivery.execution;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.guidepost.content.ContentModel;
import io.guidepost.delivery.field.FieldValue;
import io.guidepost.delivery.field.Link;
import io.guidepost.delivery.field.SchemaWiring;
import io.guidepost.release.LiveDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.io.SerializedString;

/**
 * Plans how a whole document is written, for each type once: every field of it that needs no argument, of other documents the ids and slugs,
 * and no related careers, which are not of an edition alone.
 */
@Component
class DocumentPlans {

    private static final String RELATED = "RelatedCareers";

    private final SchemaWiring wiring;
    private final ContentModel model;
    private final Variables variables;
    private final Map<String, List<PlannedField>> plans = new ConcurrentHashMap<>();

    DocumentPlans(SchemaWiring wiring, ContentModel model, GraphQlSource source) {
        this.wiring = wiring;
        this.model = model;
        this.variables = new Variables(CoercedVariables.emptyVariables(), source.schema(), GraphQLContext.getDefault(),
                Locale.ENGLISH);
    }

    /** What arguments are read with; none has a value but its default. */
    Variables variables() {
        return variables;
    }

    /** The fields of documents of a type. */
    List<PlannedField> of(String type) {
        return plans.computeIfAbsent(type, name -> fields(variables.schema().getObjectType(name)));
    }

    private List<PlannedField> fields(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> !GraphQLTypeUtil.unwrapAll(field.getType()).getName().equals(RELATED))
                .filter(field -> field.getArguments().stream().noneMatch(DocumentPlans::isRequired))
                .map(field -> field(type, field)).toList();
    }

    private static boolean isRequired(GraphQLArgument argument) {
        return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
    }

    private PlannedField field(GraphQLObjectType parent, GraphQLFieldDefinition field) {
        FieldValue value = wiring.value(parent.getName(), field.getName());
        if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType below)) {
            return planned(parent, field, value, List.of());
        }
        return value instanceof Link link
                ? planned(parent, field, link.unread(), names(below))
                : planned(parent, field, value, fields(below));
    }

    /** What a document is named by. */
    private List<PlannedField> names(GraphQLObjectType type) {
        List<PlannedField> names = new ArrayList<>();
        names.add(planned(type, type.getField("id"), (source, arguments, reading) -> ((LiveDocument) source).id(),
                List.of()));
        model.type(type.getName()).slugField().ifPresent(slug -> names.add(planned(type, type.getField(slug),
                (source, arguments, reading) -> ((LiveDocument) source).slug(), List.of())));
        return names;
    }

    private PlannedField planned(GraphQLObjectType parent, GraphQLFieldDefinition field, @Nullable FieldValue value,
            List<PlannedField> below) {
        return new PlannedField(new SerializedString(field.getName()), parent.getName(), field.getName(),
                field.getType(), value, Inputs.of(field.getArguments(), List.of(), variables), 1, ListSize.ONE, below);
    }
}
