package io.guidepost.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets pages of other origins read the published site and send single responses of the quiz, and nothing else. Before all that answers, so
 * that no answer goes without: a cache that many use gives an answer to one page that it got for another, or for a program that has no
 * origin.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class OpenToOrigins extends CorsFilter {

    private static final Set<String> PATHS = Set.of("/graphql", "/graphql/changes");
    private static final String CHARTS = "/charts/";
    private static final List<String> EXPOSED = List.of("Guidepost-Edition", "Guidepost-As-Of", HttpHeaders.ETAG);
    private static final List<String> EXPOSED_OF_RESPONSES = List.of(HttpHeaders.RETRY_AFTER);

    /**
     * Opens the published site.
     *
     * @param origins of the pages that may read it, and send responses; {@code *}: all
     */
    @Autowired
    public OpenToOrigins(@Value("${guidepost.cors.allowed-origins:*}") List<String> origins) {
        this(configuration(origins, List.of("GET", "HEAD", "POST"), List.of(CorsConfiguration.ALL), EXPOSED),
                configuration(origins, List.of("POST"), List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE),
                        EXPOSED_OF_RESPONSES));
    }

    private OpenToOrigins(CorsConfiguration site, CorsConfiguration responses) {
        super(request -> isOfResponses(request) ? responses : site);
        setCorsProcessor(new ToAll());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PATHS.contains(request.getRequestURI()) && !request.getRequestURI().startsWith(CHARTS)
                && !isOfResponses(request);
    }

    private static boolean isOfResponses(HttpServletRequest request) {
        return request.getRequestURI().equals(PublicKey.OPENS);
    }

    private static CorsConfiguration configuration(List<String> origins, List<String> methods, List<String> headers,
            List<String> exposed) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(methods);
        cors.setAllowedHeaders(headers);
        cors.setExposedHeaders(exposed);
        cors.setAllowCredentials(false);
        cors.setMaxAge(Duration.ofHours(1));
        return cors;
    }

    /** Where all origins may read, each answer says so whoever asks, and so it does not vary with the origin. */
    private static final class ToAll extends DefaultCorsProcessor {

        @Override
        public boolean processRequest(@Nullable CorsConfiguration cors, HttpServletRequest request,
                HttpServletResponse response) throws IOException {
            if (cors == null || !isToAll(cors) || CorsUtils.isPreFlightRequest(request)) {
                return super.processRequest(cors, request, response);
            }
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, CorsConfiguration.ALL);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                    String.join(", ", Objects.requireNonNull(cors.getExposedHeaders())));
            return true;
        }

        private static boolean isToAll(CorsConfiguration cors) {
            List<String> origins = cors.getAllowedOrigins();
            return origins != null && origins.contains(CorsConfiguration.ALL);
        }
    }
}
