package io.guidepost.outbound;

import io.guidepost.outbound.Outcome.Failed;
import io.guidepost.outbound.Outcome.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Says why there is no answer, in words of ours. */
final class Failures {

    private Failures() {}

    static Failed of(IOException failure) {
        return switch (failure) {
            case UnknownHostException _ -> new Failed(Reason.UNKNOWN_HOST, "No host of that name is found.");
            case SSLException _ -> new Failed(Reason.TLS,
                    "The connection cannot be secured; the certificate may not be valid.");
            case InterruptedIOException _ -> timeout();
            case ClientProtocolException _,MessageConstraintException _ -> new Failed(Reason.PROTOCOL,
                    "The answer is no HTTP that can be read.");
            default -> new Failed(Reason.CONNECTION, "The host cannot be connected to, or hangs up.");
        };
    }

    static Failed timeout() {
        return new Failed(Reason.TIMEOUT, "It takes too long.");
    }
}
