package io.guidepost;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the server answers, once it does. */
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Environment environment;

    Welcome(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String address = environment.getProperty("server.address", "localhost");
        String scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
        String url = scheme + "://" + (address.equals("0.0.0.0") ? "localhost" : address) + ":"
                + environment.getProperty("local.server.port");
        LOG.info("Guidepost is ready: GraphQL at {}/graphql, to explore at {}/graphiql; the admin API at {}/docs", url,
                url, url);
    }
}
