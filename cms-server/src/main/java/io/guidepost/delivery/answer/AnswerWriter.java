package io.guidepost.delivery.answer;

import io.guidepost.delivery.execution.EditionHeader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends answers, compressed where the client takes it; of an answer that the client has it says just that. */
@Component
@EnableConfigurationProperties(CacheProperties.class)
public class AnswerWriter {

    /** The header that names what an answer was made from. */
    public static final String SURROGATE_KEY = "Surrogate-Key";

    private static final String GET = "GET";
    private static final String HEAD = "HEAD";
    private static final String VARY = "Accept, Accept-Encoding, " + EditionHeader.NAME;
    /** What follows a tag where the body is compressed: other bytes, another tag. */
    private static final String COMPRESSED = "-gzip";

    private final CacheProperties caching;

    AnswerWriter(CacheProperties properties) {
        this.caching = properties;
    }

    /** Sends an answer. */
    public void write(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean compress = AcceptedEncodings.takeGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        String tag = '"' + answer.tag() + (compress ? COMPRESSED : "") + '"';
        EditionHeader.name(answer.view().edition(), response::setHeader);
        response.addHeader(HttpHeaders.VARY, VARY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (isGet(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, caching(answer));
            response.setHeader(HttpHeaders.ETAG, tag);
            if (!answer.isPassing()) {
                response.setHeader(SURROGATE_KEY, answer.surrogateKeys());
            }
            if (isNamed(tag, request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
                response.setStatus(HttpStatus.NOT_MODIFIED.value());
                return;
            }
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.setContentType(answer.format().mediaType());
        byte[] body = compress ? answer.compressed() : answer.body();
        if (compress) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(body.length);
        if (!request.getMethod().equals(HEAD)) {
            response.getOutputStream().write(body);
        }
    }

    private String caching(Answer answer) {
        if (!answer.isLasting()) {
            return "no-store";
        }
        return answer.isPassing() ? caching.ofSearch() : caching.header();
    }

    /** Whether a request is a GET, or wants to know what would be said to one. */
    static boolean isGet(HttpServletRequest request) {
        return request.getMethod().equals(GET) || request.getMethod().equals(HEAD);
    }

    private static boolean isNamed(String tag, @Nullable String tags) {
        if (tags == null) {
            return false;
        }
        for (String each : tags.split(",", -1)) {
            String named = each.strip();
            if (named.equals("*") || named.equals(tag) || named.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
