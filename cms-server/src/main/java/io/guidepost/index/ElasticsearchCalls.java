package io.guidepost.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;

/** Calls of Elasticsearch, whatever way they fail. */
final class ElasticsearchCalls {

    private static final int TOO_MANY = 429;
    private static final int ITS_OWN_FAULT = 500;

    private ElasticsearchCalls() {}

    static <T> T make(Inquiry<T> call) {
        try {
            return call.ask();
        } catch (IOException | ElasticsearchException failure) {
            throw new SearchUnavailableException(failure);
        }
    }

    /** Whether a failure says anything about Elasticsearch, rather than about what was asked. */
    static boolean isOutage(Throwable failure) {
        return failure instanceof SearchUnavailableException
                && !(failure.getCause() instanceof ElasticsearchException refusal && refusal.status() != TOO_MANY
                        && refusal.status() < ITS_OWN_FAULT);
    }
}
