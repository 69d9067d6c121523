package io.guidepost.outbound;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may be reached whatever the rules say.
 *
 * @param entries {@code host:port}, in lower case
 */
record AllowedHosts(Set<String> entries) {

    private static final Pattern FORM = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    AllowedHosts {
        entries = Set.copyOf(entries);
    }

    static AllowedHosts of(List<String> entries) {
        return new AllowedHosts(entries.stream().map(AllowedHosts::entry).collect(Collectors.toSet()));
    }

    /**
     * Whether a host may be reached at a port.
     *
     * @param host as addresses have it, or an IPv6 address without its brackets
     */
    boolean include(String host, int port) {
        return entries.contains(bracketed(host).toLowerCase(Locale.ROOT) + ":" + port);
    }

    private static String bracketed(String host) {
        return host.indexOf(':') < 0 || host.startsWith("[") ? host : "[" + host + "]";
    }

    private static String entry(String text) {
        String entry = text.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = FORM.matcher(entry);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "guidepost.outbound.allowed-hosts lists a host and a port each, such as intranet.example.org:8080.");
        }
        return entry;
    }
}
