package io.guidepost.delivery.execution;

import org.springframework.stereotype.Component;

/** Refuses an operation that asks for too much, before any of it is run. */
@Component
class Limits {

    private final int maxDepth;
    private final int maxComplexity;
    private final long maxAnswerBytes;

    Limits(DeliveryProperties properties) {
        this.maxDepth = properties.maxDepth();
        this.maxComplexity = properties.maxComplexity();
        this.maxAnswerBytes = properties.maxAnswerSize().toBytes();
    }

    /** Refuses one that is too long to be planned, or nested too deep. */
    void check(Shape shape) {
        if (shape.size() > maxComplexity) {
            throw tooMuch();
        }
        if (shape.depth() > maxDepth) {
            throw new RefusedOperationException(
                    "The query is nested " + shape.depth() + " fields deep; " + maxDepth + " is the most.");
        }
    }

    /** Refuses one that may answer with too many values. */
    void check(Plan plan, Variables variables) {
        if (plan.complexity(variables, maxComplexity + 1L) > maxComplexity) {
            throw tooMuch();
        }
    }

    /** Of what is about to be answered. */
    Allowance allowance() {
        return new Allowance(maxComplexity, maxAnswerBytes);
    }

    private RefusedOperationException tooMuch() {
        return new RefusedOperationException("The query asks for too much at once: its complexity, the number of values"
                + " it may answer with, exceeds " + maxComplexity
                + ". Ask for shorter lists or in several requests.");
    }
}
