package io.guidepost.delivery.export;

import io.guidepost.delivery.changes.Change;
import io.guidepost.delivery.changes.Shown;
import io.guidepost.delivery.edition.View;
import io.guidepost.delivery.execution.DocumentWriter;
import io.guidepost.delivery.execution.DocumentWriters;
import io.guidepost.delivery.execution.UndeliverableDocumentException;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.delivery.reading.Readings;
import io.guidepost.release.LiveDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes changes as lines of JSON, with the members that GraphQL has, but for those that are null, and the whole document. */
@Component
class ChangeLines {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeLines.class);
    /** How many bytes are enough for once: what is held while a slow client takes them. */
    private static final int ENOUGH = 1024 * 1024;

    private final Readings readings;
    private final DocumentWriters writers;
    private final JsonMapper mapper;

    ChangeLines(Readings readings, DocumentWriters writers, JsonMapper mapper) {
        this.readings = readings;
        this.writers = writers;
        this.mapper = mapper;
    }

    /**
     * Writes the first of some changes, until it is enough for once. Their content is read in as few batches as may be.
     *
     * @param lines what is written to
     * @return how many have been written; one at least
     */
    int write(List<Change> changes, View view, ByteArrayOutputStream lines) throws IOException {
        Reading reading = readings.of(view);
        DocumentWriter documents = writers.of(reading);
        int written = pass(changes, reading, documents, lines);
        while (written < changes.size() && lines.size() < ENOUGH && reading.load()) {
            written += pass(changes.subList(written, changes.size()), reading, documents, lines);
        }
        if (written == 0) {
            throw new IllegalStateException("Content is lacking that nothing asked for.");
        }
        return written;
    }

    /** Writes changes up to the first that lacks content, and asks for all that those behind it lack. */
    private int pass(List<Change> changes, Reading reading, DocumentWriter documents, ByteArrayOutputStream lines)
            throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int written = 0;
        boolean complete = true;
        for (Change change : changes) {
            line.reset();
            complete &= write(change, reading, documents, line);
            if (complete) {
                line.writeTo(lines);
                written++;
                if (lines.size() >= ENOUGH) {
                    break;
                }
            }
        }
        return written;
    }

    private boolean write(Change change, Reading reading, DocumentWriter documents, ByteArrayOutputStream line) {
        boolean complete = true;
        try (JsonGenerator json = mapper.createGenerator(line)) {
            complete = write(change, change.live(), reading, documents, json);
        } catch (UndeliverableDocumentException undeliverable) {
            LOG.warn("A change is told without its document. {}", undeliverable.getMessage());
            line.reset();
            try (JsonGenerator json = mapper.createGenerator(line)) {
                boolean _ = write(change, null, reading, documents, json);
            }
        }
        line.write('\n');
        return complete;
    }

    private static boolean write(Change change, @Nullable LiveDocument document, Reading reading,
            DocumentWriter documents, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("kind", change.kind().name());
        write("type", change.type(), json);
        write("id", change.id(), json);
        write("slug", change.slug(), json);
        write("previousSlug", change.previousSlug(), json);
        write("role", change.role(), json);
        write(reading.shown(change), json);
        boolean complete = true;
        if (document != null) {
            json.writeName("document");
            complete = documents.write(document, json);
        }
        json.writeEndObject();
        return complete;
    }

    private static void write(String name, @Nullable String value, JsonGenerator json) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private static void write(Shown shown, JsonGenerator json) {
        json.writeBooleanProperty("everyPage", shown.everyPage());
        json.writeArrayPropertyStart("pages");
        for (LiveDocument page : shown.pages()) {
            json.writeStartObject();
            json.writeStringProperty("type", page.type());
            json.writeStringProperty("id", page.id());
            json.writeStringProperty("slug", page.slug());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
