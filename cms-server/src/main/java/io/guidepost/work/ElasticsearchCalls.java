package io.guidepost.work;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;

/** How Elasticsearch is asked: that it is away, or has no index yet, is one thing; that it refuses a request another. */
final class ElasticsearchCalls {

    private ElasticsearchCalls() {}

    interface Call<T> {

        T make() throws IOException;
    }

    static <T> T ask(Call<T> call) {
        try {
            return call.make();
        } catch (ElasticsearchException refusal) {
            if (refusal.status() == 400) {
                throw new IllegalStateException("Elasticsearch refuses a request", refusal);
            }
            throw new SearchUnavailableException(refusal);
        } catch (IOException failure) {
            throw new SearchUnavailableException(failure);
        }
    }
}
