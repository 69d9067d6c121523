package io.guidepost.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses media types that cannot be read, since with an Accept of that sort not even a refusal could be written later on. */
@Component
class MalformedHeaderFilter extends OncePerRequestFilter {

    private final JsonMapper json;

    MalformedHeaderFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isReadable(request, HttpHeaders.ACCEPT)) {
            refuse(response, Problems.of(HttpStatus.NOT_ACCEPTABLE, "The header Accept is no list of media types."));
        } else if (!isReadable(request, HttpHeaders.CONTENT_TYPE)) {
            refuse(response,
                    Problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The header Content-Type is no media type."));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isReadable(HttpServletRequest request, String header) {
        try {
            MediaType.parseMediaTypes(Collections.list(request.getHeaders(header)));
            return true;
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private void refuse(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
