package io.guidepost.delivery;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about queries that cannot be registered, instead of a stack trace. */
final class FaultyQueryAnalyzer extends AbstractFailureAnalyzer<FaultyQueryException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FaultyQueryException cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Put the file right, or name the files that there are in guidepost.delivery.queries.registered.",
                cause);
    }
}
