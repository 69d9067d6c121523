package io.guidepost.index;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchProperties;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * Bounds how long anybody waits for Elasticsearch. The client waits without end for an answer to a request, whatever the time-out of the
 * socket is, and half a minute for a connection while all are taken.
 */
@Component
class ElasticsearchTimeouts implements Rest5ClientBuilderCustomizer {

    private final ElasticsearchProperties properties;

    ElasticsearchTimeouts(ElasticsearchProperties properties) {
        this.properties = properties;
    }

    @Override
    public void customize(Rest5ClientBuilder client) {
        // The requests alone are bounded here.
    }

    @Override
    public void customize(RequestConfig.Builder requests) {
        requests.setResponseTimeout(properties.getSocketTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .setConnectionRequestTimeout(properties.getConnectionTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }
}
