package io.guidepost.release.plan;

/** A plan that contradicts itself or is too large, or a query for plans that makes no sense. */
public final class MalformedPlanException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedPlanException(String message) {
        super(message);
    }
}
