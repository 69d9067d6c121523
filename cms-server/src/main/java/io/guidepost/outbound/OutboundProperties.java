package io.guidepost.outbound;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the server may reach besides the public web.
 *
 * @param allowedHosts {@code host:port} each, reached although it is private or listens on another port; whoever may write content can
 * then have the server ask there
 */
@ConfigurationProperties("guidepost.outbound")
public record OutboundProperties(@DefaultValue List<String> allowedHosts) {

    /** Copies the list, and refuses an entry that is malformed. */
    public OutboundProperties {
        allowedHosts = List.copyOf(allowedHosts);
        AllowedHosts _ = AllowedHosts.of(allowedHosts);
    }
}
