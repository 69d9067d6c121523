package io.guidepost.outbound;

import java.net.UnknownHostException;

/** An address must not be reached. It is an unknown host to the HTTP client, which then connects to nothing. */
final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    RefusedAddressException(String message) {
        super(message);
    }
}
