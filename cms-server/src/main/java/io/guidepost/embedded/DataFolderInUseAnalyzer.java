package io.guidepost.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about a data folder in use, instead of a stack trace. */
final class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolderInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderInUseException cause) {
        return new FailureAnalysis(cause.getMessage(), "Stop that server, or give this one a folder of its own with "
                + "guidepost.embedded.data-folder. Several servers on the same content need a MongoDB and an "
                + "Elasticsearch of their own: set spring.mongodb.uri and spring.elasticsearch.uris.", cause);
    }
}
