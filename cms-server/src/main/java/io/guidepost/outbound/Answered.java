package io.guidepost.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An answer, whatever its status. */
public final class Answered implements Outcome {

    private final int status;
    private final URI at;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean cut;
    private final List<Redirect> redirects;

    Answered(int status, URI at, Map<String, String> headers, byte[] body, boolean cut, List<Redirect> redirects) {
        this.status = status;
        this.at = at;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
        this.cut = cut;
        this.redirects = List.copyOf(redirects);
    }

    /**
     * A redirect that was followed.
     *
     * @param status of its answer
     * @param to where it led
     */
    public record Redirect(int status, URI to) {}

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Who answered: what was asked for, or where it led in the end. */
    public URI at() {
        return at;
    }

    /** A header, the first of that name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** What was read of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** What was read of the body, as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether there is more of the body than was read. */
    public boolean isCut() {
        return cut;
    }

    /** The redirects that were followed, in their order. */
    public List<Redirect> redirects() {
        return redirects;
    }

    /** Where this answer redirects to; empty: nowhere, or to something malformed. */
    public Optional<URI> location() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> header("location").flatMap(this::resolved);
            default -> Optional.empty();
        };
    }

    private Optional<URI> resolved(String location) {
        try {
            return Optional.of(at.resolve(new URI(location.strip().replace(" ", "%20"))));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
