package io.guidepost.delivery.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition;
import io.guidepost.delivery.field.SchemaWiring;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Plans operations, each once for as long as its parsed document is in memory. */
@Component
class Plans {

    private static final int MOST = 1_000;

    private final SchemaWiring wiring;
    private final ListSizes listSizes;
    private final Limits limits;
    private final Cache<OperationDefinition, Operation> operations = Caffeine.newBuilder().maximumSize(MOST).weakKeys()
            .build();

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
                Conditions.variables(definition, context.getFragmentsByName().values()),
                Caffeine.newBuilder().maximumSize(MOST / 10).build()));
        limits.check(operation.shape());
        Variables variables = Variables.of(context);
        Conditions conditions = Conditions.of(operation.variables(), variables.values().toMap());
        Plan plan = operation.plans().get(conditions, chosen -> Plan.of(new Planner(wiring, listSizes,
                context.getFragmentsByName(), chosen, variables.none()).plan(context.getOperationDefinition())));
        limits.check(plan, variables);
        return plan;
    }

    /** How many values an answer may have. */
    Allowance allowance() {
        return limits.allowance();
    }

    /**
     * What is known of an operation.
     *
     * @param shape how large it is
     * @param variables that its conditions go by
     * @param plans one for each way in which its conditions can come out
     */
    private record Operation(Shape shape, Set<String> variables, Cache<Conditions, Plan> plans) {}
}
