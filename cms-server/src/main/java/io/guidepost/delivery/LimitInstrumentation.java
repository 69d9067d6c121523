package io.guidepost.delivery;

import graphql.ExecutionResult;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jspecify.annotations.Nullable;

/** Refuses an operation that asks for too much, before any of it is run. */
final class LimitInstrumentation {

    private LimitInstrumentation() {}

    static Instrumentation of(DeliveryProperties properties) {
        return new ChainedInstrumentation(new Expansion(properties.maxComplexity()), new Depth(properties.maxDepth()),
                new Cost(properties.maxComplexity(),
                        new Complexity(properties.assumedListSize(), properties.maxComplexity())));
    }

    private static RefusedOperationException tooMuch(int limit) {
        return new RefusedOperationException("The query asks for too much at once: its complexity, the number of values"
                + " it may answer with, exceeds " + limit + ". Ask for shorter lists or in several requests.");
    }

    /** Guards the other two, which walk through every fragment as often as it is spread. */
    private static final class Expansion extends SimplePerformantInstrumentation {

        private final int limit;

        Expansion(int limit) {
            this.limit = limit;
        }

        @Override
        public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
                InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
            ExecutionContext operation = parameters.getExecutionContext();
            long size = new ExpandedSize(operation.getFragmentsByName(), limit)
                    .of(operation.getOperationDefinition().getSelectionSet());
            if (size > limit) {
                throw tooMuch(limit);
            }
            return super.beginExecuteOperation(parameters, state);
        }
    }

    private static final class Depth extends MaxQueryDepthInstrumentation {

        Depth(int limit) {
            super(limit);
        }

        @Override
        protected AbortExecutionException mkAbortException(int depth, int limit) {
            return new RefusedOperationException(
                    "The query is nested " + depth + " fields deep; " + limit + " is the most.");
        }
    }

    private static final class Cost extends MaxQueryComplexityInstrumentation {

        Cost(int limit, Complexity complexity) {
            super(limit, complexity);
        }

        @Override
        protected AbortExecutionException mkAbortException(int complexity, int limit) {
            return tooMuch(limit);
        }
    }
}
