package io.guidepost.delivery.answer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The media types of answers, by the specification of GraphQL over HTTP. */
public enum AnswerFormat {

    /** Tells by its status whether the request could be run. */
    GRAPHQL_RESPONSE("application/graphql-response+json"),
    /** As older clients want it: the status is 200 whatever the request. */
    JSON("application/json");

    private static final String ANY = "*/*";

    private final String mediaType;

    AnswerFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type as it stands in the answer's header. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * What a client takes.
     *
     * @param accept the header that says so; null: anything
     * @return nothing: it takes neither
     */
    public static Optional<AnswerFormat> accepted(@Nullable String accept) {
        if (accept == null || accept.isBlank() || accept.equals(ANY) || accept.equals(GRAPHQL_RESPONSE.mediaType)) {
            return Optional.of(GRAPHQL_RESPONSE);
        }
        if (accept.equals(JSON.mediaType)) {
            return Optional.of(JSON);
        }
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(accept);
            MediaType preferred = MediaType.parseMediaType(GRAPHQL_RESPONSE.mediaType);
            if (accepted.stream().anyMatch(type -> !type.isWildcardType() && !type.isWildcardSubtype()
                    && type.isCompatibleWith(preferred))) {
                return Optional.of(GRAPHQL_RESPONSE);
            }
            // Whoever takes anything at all is a browser, as a rule, which shows this and saves the other.
            return accepted.stream().anyMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON))
                    ? Optional.of(JSON)
                    : Optional.empty();
        } catch (InvalidMediaTypeException malformed) {
            return Optional.empty();
        }
    }
}
