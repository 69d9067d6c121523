package io.guidepost.outbound;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the addresses of the public internet from all others, by the registries of special-purpose addresses that IANA keeps (RFC
 * 6890). An IPv6 address that stands for an IPv4 address is what that is.
 */
final class PublicAddresses {

    private static final List<Network> SPECIAL = Stream.of(
            // This network, and the unspecified address.
            "0.0.0.0/8",
            // Private (RFC 1918), and shared behind carriers' address translation; clouds keep metadata there, too.
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10",
            // Loopback, and link-local with the metadata of most clouds.
            "127.0.0.0/8", "169.254.0.0/16",
            // Protocols, documentation, benchmarks, the old relays to IPv6.
            "192.0.0.0/24", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "198.18.0.0/15", "192.88.99.0/24",
            // Multicast, reserved, broadcast.
            "224.0.0.0/4", "240.0.0.0/4",
            // Azure's own host, which looks public.
            "168.63.129.16/32",
            // Within IPv6's public space: protocols with Teredo and benchmarks, documentation.
            "2001::/23", "2001:db8::/32", "3fff::/20").map(Network::of).toList();
    /** All of IPv6 that is given to anybody; loopback, unique-local, link-local, multicast and the rest lie elsewhere. */
    private static final Network GIVEN = Network.of("2000::/3");
    private static final Network TRANSLATED = Network.of("64:ff9b::/96");
    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};
    private static final int IPV4 = 4;
    private static final int IPV6 = 16;

    private PublicAddresses() {}

    /** Whether an address belongs to the public internet. */
    static boolean include(InetAddress address) {
        return include(address.getAddress());
    }

    private static boolean include(byte[] address) {
        if (address.length == IPV6) {
            if (TRANSLATED.contains(address) || Arrays.equals(Arrays.copyOf(address, MAPPED.length), MAPPED)) {
                return include(Arrays.copyOfRange(address, IPV6 - IPV4, IPV6));
            }
            if (SIX_TO_FOUR.contains(address)) {
                return include(Arrays.copyOfRange(address, 2, 2 + IPV4));
            }
            if (!GIVEN.contains(address)) {
                return false;
            }
        }
        return SPECIAL.stream().noneMatch(network -> network.contains(address));
    }
}
