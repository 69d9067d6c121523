package io.guidepost.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that may be asked, as far as it says so itself; what its host's name leads to is seen when it is connected to.
 *
 * @param uri the address without its fragment
 * @param host its host in lower case, an IPv6 address without brackets
 * @param port its port, also where it names none
 */
record Destination(URI uri, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Pattern NUMBER = Pattern.compile("(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

    /**
     * Reads an address.
     *
     * @throws RefusedAddressException if it must not be asked, with the reason
     */
    static Destination of(String address, AllowedHosts allowed) throws RefusedAddressException {
        URI uri = parsed(address);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new RefusedAddressException("Only addresses that begin with https:// or http:// are reached.");
        }
        if (uri.getRawUserInfo() != null) {
            throw new RefusedAddressException("An address must not hold a name or a password.");
        }
        if (uri.getHost() == null) {
            throw new RefusedAddressException("The address has no host, or one that is malformed.");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? HTTPS : HTTP;
        if (!allowed.include(host, port)) {
            requirePublic(host, port);
        }
        return new Destination(uri, host, port);
    }

    private static URI parsed(String address) throws RefusedAddressException {
        try {
            int fragment = address.indexOf('#');
            return new URI(fragment < 0 ? address : address.substring(0, fragment));
        } catch (URISyntaxException malformed) {
            throw new RefusedAddressException("The address is malformed.");
        }
    }

    private static void requirePublic(String host, int port) throws RefusedAddressException {
        if (port != HTTP && port != HTTPS) {
            throw new RefusedAddressException("Only the ports 80 and 443 are reached, not " + port + ".");
        }
        boolean ipv6 = host.indexOf(':') >= 0;
        // What some read as an octal, hexadecimal or shortened address, and others do not.
        if (!ipv6 && NUMBER.matcher(host).matches() && !IPV4.matcher(host).matches()) {
            throw new RefusedAddressException("“" + host + "” is no IP address in its usual form.");
        }
        if ((ipv6 || IPV4.matcher(host).matches()) && !isPublic(host)) {
            throw new RefusedAddressException("“" + host + "” is not on the public internet.");
        }
    }

    private static boolean isPublic(String literal) {
        try {
            return literal.indexOf('%') < 0 && PublicAddresses.include(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
