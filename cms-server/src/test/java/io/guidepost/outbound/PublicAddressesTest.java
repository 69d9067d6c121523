package io.guidepost.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.100.100.200",
        "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.0.1", "169.254.169.254", "169.254.170.2",
        "172.16.0.0", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1",
        "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1",
        "239.255.255.250", "240.0.0.1", "255.255.255.255", "168.63.129.16"})
    void special_ipv4_addresses_are_not_public(String address) {
        assertThat(PublicAddresses.include(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0",
        "192.88.98.255", "192.88.100.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
        "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255", "168.63.129.15",
        "168.63.129.17"})
    void their_neighbours_are(String address) {
        assertThat(PublicAddresses.include(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "::1", "::7f00:1", "::10.0.0.1", "fc00::1", "fd00:ec2::254", "fdff:ffff::1",
        "fe80::1", "febf::1", "fec0::1", "ff02::1", "ff0e::1", "100::1", "2001::1", "2001:0:4136:e378::1",
        "2001:2::1", "2001:10::1", "2001:1ff:ffff::1", "2001:db8::1", "3fff::1", "3fff:fff::1", "5f00::1",
        "64:ff9b:1::1", "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::169.254.169.254", "64:ff9b::c0a8:1",
        "2002:7f00:1::", "2002:a00:1::1", "2002:c0a8:101::1", "2002:a9fe:a9fe::1", "2002:6440:1::1", "4000::1",
        "e000::1", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "::ffff:10.1.2.3"})
    void special_ipv6_addresses_and_those_that_stand_for_special_ipv4_addresses_are_not_public(String address) {
        assertThat(PublicAddresses.include(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000::1", "2001:200::1", "2001:db7:ffff::1", "2001:db9::1", "2606:4700:4700::1111",
        "2a00:1450:4001:800::200e", "3ffe:ffff::1", "64:ff9b::8.8.8.8", "2002:808:808::1", "::ffff:8.8.8.8"})
    void given_ipv6_addresses_are(String address) {
        assertThat(PublicAddresses.include(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void a_mapped_address_that_java_keeps_as_ipv6_is_what_it_stands_for() throws UnknownHostException {
        assertThat(PublicAddresses.include(mapped(127, 0, 0, 1))).isFalse();
        assertThat(PublicAddresses.include(mapped(8, 8, 8, 8))).isTrue();
    }

    private static InetAddress mapped(int... ipv4) throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        for (int i = 0; i < ipv4.length; i++) {
            bytes[12 + i] = (byte) ipv4[i];
        }
        InetAddress address = Inet6Address.getByAddress(null, bytes, 0);
        assertThat(address.getAddress()).hasSize(16);
        return address;
    }
}
