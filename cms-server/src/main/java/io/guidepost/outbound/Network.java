package io.guidepost.outbound;

import java.net.InetAddress;

/** The addresses that begin with the same bits. */
final class Network {

    private final byte[] prefix;
    private final int bits;

    private Network(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /** The network that is written so: {@code 10.0.0.0/8}. */
    static Network of(String text) {
        int slash = text.indexOf('/');
        return new Network(InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((address[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
