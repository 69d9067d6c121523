package io.guidepost.audit;

import io.guidepost.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the audit log as lines of JSON while it is read, so that its length is no matter. An export that breaks off once
 * it is under way ends in a problem where an entry would be: the status was sent long before.
 */
@Component
class AuditExport {

    private static final Logger LOG = LoggerFactory.getLogger(AuditExport.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    private final AuditLog log;
    private final JsonMapper json;
    private final Clock clock;

    AuditExport(AuditLog log, JsonMapper json, Clock clock) {
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    void send(AuditFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("audit-" + TIME.format(clock.instant()) + ".ndjson").build().toString());
        OutputStream lines = response.getOutputStream();
        try {
            log.forEach(filter, entry -> send(EntryView.of(entry), lines));
        } catch (UncheckedIOException gone) {
            LOG.debug("Nobody is there any more to read the audit log", gone);
        } catch (RuntimeException failure) {
            if (!response.isCommitted()) {
                throw failure;
            }
            LOG.error("An export of the audit log broke off", failure);
            send(Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "The export broke off here; ask for it again."), lines);
        }
    }

    private void send(Object line, OutputStream lines) {
        try {
            lines.write(json.writeValueAsBytes(line));
            lines.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
