package io.guidepost.delivery.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition;
import io.guidepost.delivery.field.SchemaWiring;
import org.springframework.stereotype.Component;

/** Plans operations, each once for as long as it and its plans are in memory. */
@Component
class Plans {

    /** In operations. */
    private static final int MOST_OPERATIONS = 1_000;
    /** In fields, each of which takes about 300 bytes. The page of a guide has some 300. */
    private static final int MOST_FIELDS = 100_000;

    private final SchemaWiring wiring;
    private final ListSizes listSizes;
    private final Limits limits;
    private final Cache<OperationDefinition, Operation> operations = Caffeine.newBuilder().maximumSize(MOST_OPERATIONS)
            .weakKeys().build();
    private final KeptPlans kept = new KeptPlans(MOST_FIELDS);

    Plans(SchemaWiring wiring, DeliveryProperties properties, Limits limits) {
        this.wiring = wiring;
        this.listSizes = new ListSizes(properties.assumedListSize());
        this.limits = limits;
    }

    /**
     * The plan of the operation that is about to be run.
     *
     * @throws RefusedOperationException if it asks for too much
     * @throws graphql.GraphQLException if its arguments cannot be read
     */
    Plan plan(ExecutionContext context) {
        Operation operation = operations.get(context.getOperationDefinition(), definition -> new Operation(
                Shape.of(definition, context.getFragmentsByName()),
                Conditions.variables(definition, context.getFragmentsByName().values())));
        limits.check(operation.shape());
        Variables variables = Variables.of(context);
        Conditions conditions = Conditions.of(operation.variables(), variables.values().toMap());
        Plan plan = kept.of(operation, conditions, () -> checked(context, conditions, variables));
        limits.check(plan, variables);
        return plan;
    }

    /** What is refused is not worth keeping. */
    private Plan checked(ExecutionContext context, Conditions conditions, Variables variables) {
        Plan plan = new Plan(new Planner(wiring, listSizes, context.getFragmentsByName(), conditions, variables.none())
                .plan(context.getOperationDefinition()));
        limits.check(plan, variables);
        return plan;
    }

    /** How long an answer may be. */
    Allowance allowance() {
        return limits.allowance();
    }
}
