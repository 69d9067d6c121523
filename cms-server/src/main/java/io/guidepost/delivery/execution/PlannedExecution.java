package io.guidepost.delivery.execution;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import io.guidepost.delivery.edition.RefusedQueryException;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.quiz.statistics.UnknownSnapshotException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs an operation by its plan and writes the data at once. Whatever a plan cannot do, errors above all, is left to the engine, which
 * begins anew; all that it will need has been read by then, and so it asks for nothing one by one.
 */
final class PlannedExecution extends AsyncExecutionStrategy {

    private final Plans plans;
    private final Opening opening;
    private final JsonMapper mapper;

    PlannedExecution(DataFetcherExceptionHandler failures, Plans plans, Opening opening, JsonMapper mapper) {
        super(failures);
        this.plans = plans;
        this.opening = opening;
        this.mapper = mapper;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(ExecutionContext context,
            ExecutionStrategyParameters parameters) {
        Plan plan = plans.plan(context);
        Variables variables = Variables.of(context);
        Reading reading = open(plan, variables);
        return write(plan, variables, reading)
                .map(data -> CompletableFuture.<ExecutionResult>completedFuture(
                        ExecutionResultImpl.newExecutionResult().data(data).build()))
                .orElseGet(() -> super.execute(context, parameters));
    }

    private Reading open(Plan plan, Variables variables) {
        try {
            List<String> named = new ArrayList<>(plan.editions(variables));
            String header = variables.context().get(EditionHeader.NAMED);
            if (header != null) {
                named.add(header);
            }
            Reading reading = opening.open(named, variables.context());
            variables.context().put(Reading.class, reading);
            return reading;
        } catch (RefusedQueryException refusal) {
            throw new RefusedOperationException(String.valueOf(refusal.getMessage()));
        }
    }

    private Optional<JsonData> write(Plan plan, Variables variables, Reading reading) {
        try {
            return new DataWriter(mapper, variables, reading, plans.allowance()).write(plan.fields());
        } catch (RefusedOperationException tooLong) {
            throw tooLong;
        } catch (UnknownSnapshotException dropped) {
            throw new RefusedOperationException(String.valueOf(dropped.getMessage()));
        } catch (RuntimeException failure) {
            // The engine will meet it again, and tells or logs it as it should be.
            return Optional.empty();
        }
    }
}
