package io.guidepost.delivery.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.delivery.changes.Change;
import io.guidepost.delivery.changes.ChangeList;
import io.guidepost.delivery.changes.ChangeLists;
import io.guidepost.delivery.edition.View;
import io.guidepost.delivery.execution.EditionHeader;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the differences between editions as lines of JSON while they are read, so that their number is no matter. A stream that breaks
 * off once it is under way lacks its last line: the status was sent long before. A reader who takes nothing is disconnected by the server,
 * one who takes little is given up here.
 */
@Component
class ChangesExport {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesExport.class);
    private static final int FIRST_BATCH = 16;
    private static final int LARGEST_BATCH = 200;
    private static final int BUFFER = 64 * 1024;

    private final ChangeLists changes;
    private final ChangeLines lines;
    private final JsonMapper mapper;
    private final int most;
    private final Duration patience;
    private final Semaphore free;

    ChangesExport(ChangeLists changes, ChangeLines lines, JsonMapper mapper,
            @Value("${guidepost.delivery.exports-at-once:8}") int most,
            @Value("${guidepost.delivery.export-patience:30s}") Duration patience) {
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("guidepost.delivery.export-patience must be longer than nothing, not "
                    + patience);
        }
        this.changes = changes;
        this.lines = lines;
        this.mapper = mapper;
        this.most = most;
        this.patience = patience;
        this.free = new Semaphore(most);
    }

    /**
     * What comes first.
     *
     * @param edition the edition that is read
     * @param since the one that was known already; null: none
     * @param changes how many lines of changes follow
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Heading(String edition, @Nullable String since, int changes) {}

    /**
     * Sends what is different in an edition since an earlier one.
     *
     * @param whole whether the lines are sent as well, and not the headers alone
     * @throws io.guidepost.delivery.edition.RefusedQueryException if there is no such earlier edition
     * @throws TooManyExportsException if others are being sent
     */
    void send(@Nullable String since, View view, boolean compress, boolean whole, HttpServletResponse response)
            throws IOException {
        if (!free.tryAcquire()) {
            throw new TooManyExportsException(most);
        }
        try {
            ChangeList list = changes.since(since, view);
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            EditionHeader.name(view.edition(), response::setHeader);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING + ", " + EditionHeader.NAME);
            if (compress) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
            if (whole) {
                send(list, view, compress, response);
            }
        } finally {
            free.release();
        }
    }

    private void send(ChangeList list, View view, boolean compress, HttpServletResponse response) throws IOException {
        OutputStream reader = new PacedStream(response.getOutputStream(), patience, System::nanoTime);
        try (OutputStream body = compress ? new GZIPOutputStream(reader, BUFFER) : reader) {
            line(new Heading(list.edition(), list.since(), list.size()), body);
            send(list.all(), view, body);
            line(Map.of("end", true), body);
        } catch (SlowReaderException slow) {
            LOG.warn("An export of changes was cut off. {}", slow.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("An export of changes broke off", failure);
        }
    }

    /** Reads ever more changes at a time, until they are more than enough for once: then as many as were enough. */
    private void send(List<Change> all, View view, OutputStream body) throws IOException {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        int from = 0;
        int size = FIRST_BATCH;
        while (from < all.size()) {
            List<Change> next = all.subList(from, Math.min(all.size(), from + size));
            batch.reset();
            int written = lines.write(next, view, batch);
            batch.writeTo(body);
            from += written;
            size = written < next.size() ? written : Math.min(LARGEST_BATCH, 2 * size);
        }
    }

    private void line(Object value, OutputStream body) throws IOException {
        body.write((mapper.writeValueAsString(value) + '\n').getBytes(StandardCharsets.UTF_8));
    }
}
