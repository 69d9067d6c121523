package io.guidepost.web;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** How the server writes to its clients: a page of a guide goes out in one or two steps rather than ten. */
@Component
class Connections implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    /** In bytes, of every open connection. */
    private static final String WRITE_BUFFER = Integer.toString(Integer.getInteger("wb", 64) * 1024);

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", WRITE_BUFFER));
    }
}
