package io.guidepost.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to addresses that may be reached. The client connects to the very addresses that it is given here, so that a name that
 * means something else a moment later changes nothing.
 */
final class CheckedResolver implements DnsResolver {

    private final DnsResolver resolver;
    private final AllowedHosts allowed;

    CheckedResolver(AllowedHosts allowed) {
        this(SystemDefaultDnsResolver.INSTANCE, allowed);
    }

    CheckedResolver(DnsResolver resolver, AllowedHosts allowed) {
        this.resolver = resolver;
        this.allowed = allowed;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = allowed.include(host, port) ? found(host) : resolve(host);
        return Arrays.stream(addresses).map(address -> new InetSocketAddress(address, port)).toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = found(host);
        // One is enough: who has a name point to both sides wants something.
        if (!Arrays.stream(addresses).allMatch(PublicAddresses::include)) {
            throw new RefusedAddressException("“" + host + "” is not on the public internet.");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] found(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        if (addresses == null || addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        return addresses;
    }
}
