package io.guidepost.delivery.execution;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@code @skip} and {@code @include} go by: the variables in them, with their values in one request. */
record Conditions(Map<String, Boolean> values) {

    Conditions {
        values = Map.copyOf(values);
    }

    /** The names of the variables that an operation's conditions go by. */
    static Set<String> variables(OperationDefinition operation, Collection<FragmentDefinition> fragments) {
        Set<String> names = new TreeSet<>();
        List<Node<?>> open = new ArrayList<>(fragments);
        open.add(operation);
        while (!open.isEmpty()) {
            Node<?> node = open.removeLast();
            if (node instanceof DirectivesContainer<?> container && !(node instanceof OperationDefinition)) {
                for (String directive : List.of("skip", "include")) {
                    container.getDirectives(directive).stream()
                            .filter(each -> condition(each).getValue() instanceof VariableReference)
                            .map(each -> ((VariableReference) condition(each).getValue()).getName())
                            .forEach(names::add);
                }
            }
            selections(node).forEach(open::add);
        }
        return names;
    }

    private static List<? extends Node<?>> selections(Node<?> node) {
        var set = switch (node) {
            case OperationDefinition operation -> operation.getSelectionSet();
            case FragmentDefinition fragment -> fragment.getSelectionSet();
            case InlineFragment inline -> inline.getSelectionSet();
            case Field field -> field.getSelectionSet();
            default -> null;
        };
        return set == null
                ? List.of()
                : set.getSelections().stream().map(Node.class::cast).map(Conditions::any).toList();
    }

    private static Node<?> any(Node<?> node) {
        return node;
    }

    /** Their values among the variables of a request; a variable that has none is as good as false. */
    static Conditions of(Set<String> names, Map<String, Object> variables) {
        Map<String, Boolean> values = new HashMap<>();
        names.forEach(name -> values.put(name, Boolean.TRUE.equals(variables.get(name))));
        return new Conditions(values);
    }

    /** Whether a selection is part of the operation. */
    boolean include(DirectivesContainer<?> selection) {
        return selection.getDirectives("skip").stream().noneMatch(this::isTrue)
                && selection.getDirectives("include").stream().allMatch(this::isTrue);
    }

    private boolean isTrue(Directive directive) {
        return switch (condition(directive).getValue()) {
            case BooleanValue literal -> literal.isValue();
            case VariableReference variable -> Boolean.TRUE.equals(values.get(variable.getName()));
            default -> false;
        };
    }

    private static Argument condition(Directive directive) {
        return directive.getArgument("if");
    }
}
