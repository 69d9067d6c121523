package io.guidepost.delivery.execution;

import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a field of an operation: known with the operation, or only with its variables. */
final class Inputs {

    private static final Inputs NONE = new Inputs(List.of(), List.of(), Map.of());

    private final List<GraphQLArgument> declared;
    private final List<Argument> written;
    private final @Nullable Map<String, Object> known;

    private Inputs(List<GraphQLArgument> declared, List<Argument> written, @Nullable Map<String, Object> known) {
        this.declared = declared;
        this.written = written;
        this.known = known;
    }

    /** Those of a field, read ahead if no variable is in them. */
    static Inputs of(List<GraphQLArgument> declared, List<Argument> written, Variables noVariables) {
        if (declared.isEmpty()) {
            return NONE;
        }
        Inputs open = new Inputs(declared, written, null);
        return written.stream().anyMatch(argument -> hasVariable(argument.getValue()))
                ? open
                : new Inputs(declared, written, open.read(noVariables));
    }

    /**
     * The arguments by name, defaults filled in.
     *
     * @throws graphql.GraphQLException if a variable has no value that the argument takes
     */
    Map<String, Object> of(Variables variables) {
        return known == null ? read(variables) : known;
    }

    private Map<String, Object> read(Variables variables) {
        return ValuesResolver.getArgumentValues(variables.schema().getCodeRegistry(), declared, written,
                variables.values(), variables.context(), variables.locale());
    }

    private static boolean hasVariable(Value<?> value) {
        return switch (value) {
            case VariableReference variable -> true;
            case ArrayValue array -> array.getValues().stream().anyMatch(Inputs::hasVariable);
            case ObjectValue object -> object.getObjectFields().stream().map(ObjectField::getValue)
                    .anyMatch(Inputs::hasVariable);
            default -> false;
        };
    }

}
