package io.guidepost.web;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** How the server writes to its clients: the page of a guide goes out in one step rather than ten. */
@Component
class Connections implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    /** In bytes, of every open connection: as much as most answers have. */
    private static final String WRITE_BUFFER = Integer.toString(128 * 1024);

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", WRITE_BUFFER));
    }
}
