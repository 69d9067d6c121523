package io.guidepost.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses bodies longer than the server takes; newline-delimited JSON is read as a stream and has no bound, but for imports. */
@Component
class BodyLimitFilter extends OncePerRequestFilter {

    /** Where whole archives of content are sent to. */
    private static final String IMPORT = "/api/import";

    private final long usual;
    private final long imports;
    private final JsonMapper json;

    BodyLimitFilter(@Value("${guidepost.web.max-body:2MB}") DataSize usual,
            @Value("${guidepost.web.max-import:64MB}") DataSize imports, JsonMapper json) {
        this.usual = usual.toBytes();
        this.imports = imports.toBytes();
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean isImport = request.getRequestURI().equals(request.getContextPath() + IMPORT);
        long limit = isImport ? imports : usual;
        if (!isImport && type != null && type.startsWith(MediaType.APPLICATION_NDJSON_VALUE)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > limit) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), Problems.tooLarge(limit));
        } else {
            chain.doFilter(new Bounded(request, limit), response);
        }
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long limit;

        Bounded(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), limit);
        }
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long read;

        BoundedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = body.read(buffer, offset, length);
            count(count);
            return count;
        }

        private void count(int bytes) throws IOException {
            read += Math.max(bytes, 0);
            if (read > limit) {
                throw new RequestTooLargeException(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
