package io.guidepost.delivery.execution;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large an operation is once its fragments are written out. A short query can stand for billions of selections, so each fragment is
 * measured once.
 *
 * @param size how many selections it has
 * @param depth how deep its fields are nested
 */
record Shape(long size, int depth) {

    private static final Shape NOTHING = new Shape(0, 0);
    /** Beyond it sizes are not told apart; no limit is as high. */
    private static final long CEILING = Integer.MAX_VALUE;

    /** Measures an operation that has been validated: its fragments exist and have no cycles. */
    static Shape of(OperationDefinition operation, Map<String, FragmentDefinition> fragments) {
        return new Measure(fragments).of(operation.getSelectionSet());
    }

    private Shape with(Shape other) {
        return new Shape(Math.min(CEILING, size + other.size), Math.max(depth, other.depth));
    }

    private record Measure(Map<String, FragmentDefinition> fragments, Map<String, Shape> known) {

        Measure(Map<String, FragmentDefinition> fragments) {
            this(fragments, new HashMap<>());
        }

        Shape of(@Nullable SelectionSet selections) {
            Shape shape = NOTHING;
            if (selections != null) {
                for (Selection<?> selection : selections.getSelections()) {
                    shape = shape.with(of(selection));
                }
            }
            return shape;
        }

        private Shape of(Selection<?> selection) {
            return switch (selection) {
                case Field field -> {
                    Shape below = of(field.getSelectionSet());
                    yield new Shape(below.size + 1, below.depth + 1);
                }
                case InlineFragment inline -> one(of(inline.getSelectionSet()));
                case FragmentSpread spread -> one(ofFragment(spread.getName()));
                default -> throw new IllegalArgumentException("Not a selection of GraphQL: " + selection);
            };
        }

        private static Shape one(Shape below) {
            return new Shape(below.size + 1, below.depth);
        }

        private Shape ofFragment(String name) {
            Shape shape = known.get(name);
            if (shape == null) {
                FragmentDefinition fragment = fragments.get(name);
                shape = fragment == null ? NOTHING : of(fragment.getSelectionSet());
                known.put(name, shape);
            }
            return shape;
        }
    }
}
