package io.guidepost.delivery.execution;

import java.util.Set;

/** What is known of an operation before it is planned; another one may look the same and is not. */
final class Operation {

    private final Shape shape;
    private final Set<String> variables;

    /**
     * An operation.
     *
     * @param shape how large it is
     * @param variables that its conditions go by
     */
    Operation(Shape shape, Set<String> variables) {
        this.shape = shape;
        this.variables = Set.copyOf(variables);
    }

    Shape shape() {
        return shape;
    }

    Set<String> variables() {
        return variables;
    }
}
