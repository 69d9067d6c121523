package io.guidepost.delivery.answer;

import io.guidepost.delivery.edition.EditionPin;
import io.guidepost.delivery.execution.EditionHeader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Sends kept answers before anything sees the request but what lets pages of other origins read them. Published content is public, so
 * nothing is passed over but work; whatever is not a plain request for it goes its usual way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class AnswerFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String PATH = "/graphql";
    private static final String JSON = "application/json";
    private static final String KEY = AnswerKey.class.getName();
    /** In bytes; what is longer is no query that comes again. */
    private static final int LONGEST_BODY = 64 * 1024;

    private final transient KeptAnswers answers;
    private final transient AnswerWriter writer;

    AnswerFilter(KeptAnswers answers, AnswerWriter writer) {
        this.answers = answers;
        this.writer = writer;
    }

    /** What the answer to a request may be kept under. */
    public static Optional<AnswerKey> key(ServletRequest request) {
        return Optional.ofNullable((AnswerKey) request.getAttribute(KEY));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!answers.isOn() || !request.getRequestURI().equals(PATH)) {
            chain.doFilter(request, response);
            return;
        }
        AnswerFormat format = AnswerFormat.accepted(request).orElse(null);
        // Made from its bytes whenever it is asked for.
        String query = request.getQueryString();
        if (format == null) {
            chain.doFilter(request, response);
        } else if (query != null && AnswerWriter.isGet(request)) {
            answer(new AnswerKey(query, true, edition(request), format), request, response, chain);
        } else if (request.getMethod().equals("POST") && isShortJson(request) && !mayNameEdition(query)) {
            byte[] body = request.getInputStream().readNBytes(request.getContentLength());
            AnswerKey key = new AnswerKey(new String(body, StandardCharsets.ISO_8859_1), false, edition(request),
                    format);
            answer(key, new ReadRequest(request, body), response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void answer(AnswerKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Answer known = answers.find(key).orElse(null);
        if (known == null) {
            request.setAttribute(KEY, key);
            chain.doFilter(request, response);
        } else {
            writer.write(known, request, response);
        }
    }

    /** Whether the address of a POST may name an edition, which whoever runs the request refuses. */
    private static boolean mayNameEdition(@Nullable String query) {
        return query != null && query.contains(EditionPin.PARAMETER);
    }

    private static boolean isShortJson(HttpServletRequest request) {
        return isJson(request.getContentType()) && request.getContentLength() >= 0
                && request.getContentLength() <= LONGEST_BODY
                && request.getHeader(HttpHeaders.CONTENT_ENCODING) == null;
    }

    private static boolean isJson(@Nullable String type) {
        if (type == null || !type.regionMatches(true, 0, JSON, 0, JSON.length())) {
            return false;
        }
        String rest = type.substring(JSON.length()).stripLeading();
        return rest.isEmpty() || rest.startsWith(";");
    }

    private static @Nullable String edition(HttpServletRequest request) {
        return request.getHeader(EditionHeader.NAME);
    }
}
