package io.guidepost.delivery.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The media types of answers, by the specification of GraphQL over HTTP. */
public enum AnswerFormat {

    /** Tells by its status whether the request could be run. */
    GRAPHQL_RESPONSE("application/graphql-response+json", ""),
    /** As older clients want it: the status is 200 whatever the request. */
    JSON("application/json", "-json");

    private static final String ANY = "*/*";

    private final String mediaType;
    private final String tag;

    AnswerFormat(String mediaType, String tag) {
        this.mediaType = mediaType;
        this.tag = tag;
    }

    /** The media type as it stands in the answer's header. */
    public String mediaType() {
        return mediaType;
    }

    /** What tells the tag of an answer from that of the same bytes in the other format. */
    String tag() {
        return tag;
    }

    /**
     * The format that a client likes best of those it takes; what it likes as well is sent as the first.
     *
     * @return nothing: it takes neither
     */
    public static Optional<AnswerFormat> accepted(HttpServletRequest request) {
        Enumeration<String> lines = request.getHeaders(HttpHeaders.ACCEPT);
        if (lines == null || !lines.hasMoreElements()) {
            return Optional.of(GRAPHQL_RESPONSE);
        }
        String accept = lines.nextElement();
        return accepted(lines.hasMoreElements() ? accept + ',' + String.join(",", Collections.list(lines)) : accept);
    }

    private static Optional<AnswerFormat> accepted(String accept) {
        if (accept.isBlank() || accept.equals(ANY) || accept.equals(GRAPHQL_RESPONSE.mediaType)) {
            return Optional.of(GRAPHQL_RESPONSE);
        }
        if (accept.equals(JSON.mediaType)) {
            return Optional.of(JSON);
        }
        try {
            return best(MediaType.parseMediaTypes(accept));
        } catch (InvalidMediaTypeException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<AnswerFormat> best(List<MediaType> ranges) {
        Optional<MediaType> first = GRAPHQL_RESPONSE.taken(ranges);
        Optional<MediaType> other = JSON.taken(ranges);
        if (first.isEmpty() || other.isEmpty()) {
            return first.map(range -> GRAPHQL_RESPONSE).or(() -> other.map(range -> JSON));
        }
        int order = Double.compare(first.get().getQualityValue(), other.get().getQualityValue());
        // Whoever names other types and takes anything besides is a browser, as a rule, which shows JSON and saves what it does not know.
        boolean isFirst = order == 0 ? ranges.size() == 1 || first.get().isConcrete() : order > 0;
        return Optional.of(isFirst ? GRAPHQL_RESPONSE : JSON);
    }

    /** The range that says how it is liked, the one that names it most closely; nothing: it is not taken. */
    private Optional<MediaType> taken(List<MediaType> ranges) {
        MediaType own = MediaType.parseMediaType(mediaType);
        return ranges.stream().filter(range -> range.includes(own)).min(Comparator.comparingInt(AnswerFormat::width))
                .filter(range -> range.getQualityValue() > 0);
    }

    private static int width(MediaType range) {
        return range.isConcrete() ? 0 : range.isWildcardType() ? 2 : 1;
    }
}
