package io.guidepost.outbound;

import io.guidepost.outbound.Answered.Redirect;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/** One request with its redirects, each of which goes through the same rule; to be made once, and cancelled from another thread. */
final class Exchange {

    private static final Set<String> SENT_ANYWHERE = Set.of("user-agent", "accept");

    private final CloseableHttpClient client;
    private final AllowedHosts allowed;
    private final OutboundRequest request;
    private final List<Redirect> redirects = new ArrayList<>();
    private volatile @Nullable HttpUriRequestBase current;
    private volatile boolean cancelled;

    Exchange(CloseableHttpClient client, AllowedHosts allowed, OutboundRequest request) {
        this.client = client;
        this.allowed = allowed;
        this.request = request;
    }

    Outcome make() {
        String address = request.address();
        try {
            Destination first = Destination.of(address, allowed);
            Answered answer = ask(first, true);
            Optional<URI> location = answer.location();
            while (location.isPresent() && request.maxRedirects() > 0) {
                if (redirects.size() == request.maxRedirects()) {
                    return new Outcome.Failed(Outcome.Reason.REDIRECTS, "It redirects more than "
                            + request.maxRedirects() + " times.");
                }
                address = location.get().toString();
                redirects.add(new Redirect(answer.status(), location.get()));
                Destination next = Destination.of(address, allowed);
                answer = ask(next, next.host().equals(first.host()) && next.port() == first.port());
                location = answer.location();
            }
            return answer;
        } catch (RefusedAddressException refusal) {
            return new Outcome.Refused(address, String.valueOf(refusal.getMessage()));
        } catch (IOException failure) {
            return Failures.of(failure);
        }
    }

    void cancel() {
        cancelled = true;
        HttpUriRequestBase running = current;
        if (running != null) {
            running.cancel();
        }
    }

    private Answered ask(Destination destination, boolean same) throws IOException {
        HttpUriRequestBase asked = new HttpUriRequestBase(request.method().name(), destination.uri());
        request.headers().forEach((name, value) -> {
            if (same || SENT_ANYWHERE.contains(name.toLowerCase(Locale.ROOT))) {
                asked.setHeader(name, value);
            }
        });
        if (request.body() != null) {
            asked.setEntity(new ByteArrayEntity(request.body().getBytes(StandardCharsets.UTF_8), null));
        }
        current = asked;
        if (cancelled) {
            throw new IOException("Cancelled.");
        }
        HttpHost host = new HttpHost(destination.uri().getScheme(), destination.host(), destination.port());
        ClassicHttpResponse response = client.executeOpen(host, asked, null);
        try {
            byte[] body = body(response.getEntity());
            boolean cut = body.length > request.maxBody();
            return new Answered(response.getCode(), destination.uri(), headers(response),
                    cut ? Arrays.copyOf(body, request.maxBody()) : body, cut, redirects);
        } finally {
            // Ends the connection first, or else closing would read on to the end of the body.
            asked.cancel();
            Closer.closeQuietly(response);
        }
    }

    /** The body, and a byte more where there is more than is wanted. */
    private byte[] body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        InputStream content = entity.getContent();
        return content == null ? new byte[0] : content.readNBytes(request.maxBody() + 1);
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT),
                    header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }
}
