package io.guidepost.outbound;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to ask an address that content or people name.
 *
 * @param method how
 * @param address which; need not be well-formed
 * @param headers to send along; to another host than the one named, only {@code User-Agent} and {@code Accept} are sent on
 * @param body what is posted, in UTF-8; null: nothing
 * @param timeout for all of it: names, connections, redirects and the body
 * @param maxBody how many bytes of the answer are read at most
 * @param maxRedirects how many redirects are followed, up to 5
 */
public record OutboundRequest(Method method, String address, Map<String, String> headers, @Nullable String body,
        Duration timeout, int maxBody, int maxRedirects) {

    private static final int MOST_REDIRECTS = 5;

    /** What a request does. */
    public enum Method {
        /** Asks for the headers alone. */
        HEAD,
        /** Asks for everything. */
        GET,
        /** Hands something over. */
        POST
    }

    /** Copies the headers. What is posted goes where it was meant for and nowhere else, so that no redirects are followed then. */
    public OutboundRequest {
        headers = Map.copyOf(headers);
        if (!timeout.isPositive() || maxBody < 0 || maxRedirects < 0 || maxRedirects > MOST_REDIRECTS) {
            throw new IllegalArgumentException("A request has a time-out, and its bounds are not negative.");
        }
        boolean posting = method == Method.POST;
        if (posting != (body != null) || (posting && maxRedirects > 0)) {
            throw new IllegalArgumentException(
                    "What is posted has a body and follows no redirects, and nothing else has a body.");
        }
    }
}
