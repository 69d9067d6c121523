package io.guidepost.delivery.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.core.io.SerializedString;

class KeptPlansTest {

    private final KeptPlans plans = new KeptPlans(1_000);

    @Test
    void a_plan_is_made_once_for_each_operation_and_way_in_which_its_conditions_come_out() {
        Operation operation = operation();
        AtomicInteger made = new AtomicInteger();

        for (int i = 0; i < 3; i++) {
            plans.of(operation, conditions("yes", true), () -> plan(1, made));
            plans.of(operation, conditions("yes", false), () -> plan(1, made));
            plans.of(operation(), conditions("yes", true), () -> plan(1, made));
        }

        assertThat(made).hasValue(2 + 3);
    }

    @Test
    void the_plans_of_all_operations_are_bounded_together_by_their_fields() {
        AtomicInteger made = new AtomicInteger();
        for (int i = 0; i < 50; i++) {
            Operation operation = operation();
            plans.of(operation, conditions("yes", true), () -> plan(90, made));
            plans.of(operation, conditions("yes", false), () -> plan(90, made));
        }

        assertThat(made).hasValue(100);
        assertThat(plans.weight()).isPositive().isLessThanOrEqualTo(1_000);
    }

    @Test
    void a_plan_takes_as_much_of_the_bound_as_it_has_fields_and_conditions() {
        AtomicInteger made = new AtomicInteger();
        plans.of(operation(), conditions("yes", true), () -> plan(90, made));
        plans.of(operation(), new Conditions(Map.of("yes", true, "no", false)), () -> plan(40, made));

        assertThat(plans.weight()).isEqualTo((1 + 1 + 90) + (1 + 2 + 40));
    }

    @Test
    void a_plan_that_is_refused_is_not_kept() {
        assertThatThrownBy(() -> plans.of(operation(), conditions("yes", true), () -> {
            throw new RefusedOperationException("too much");
        })).isInstanceOf(RefusedOperationException.class);

        assertThat(plans.weight()).isZero();
    }

    private static Operation operation() {
        return new Operation(new Shape(1, 1), Set.of("yes"));
    }

    private static Conditions conditions(String name, boolean value) {
        return new Conditions(Map.of(name, value));
    }

    private static Plan plan(int fields, AtomicInteger made) {
        made.incrementAndGet();
        return new Plan(List.of(field(Collections.nCopies(fields - 1, field(List.of())))));
    }

    private static PlannedField field(List<PlannedField> below) {
        Inputs none = Inputs.of(List.of(), List.of(), new Variables(CoercedVariables.emptyVariables(),
                GraphQLSchema.newSchema().query(GraphQLObjectType.newObject().name("Query")
                        .field(field -> field.name("a").type(Scalars.GraphQLString))).build(),
                GraphQLContext.getDefault(), Locale.ENGLISH));
        return new PlannedField(new SerializedString("a"), "Query", "a", Scalars.GraphQLString, null, none, 1,
                ListSize.ONE,
                below);
    }
}
