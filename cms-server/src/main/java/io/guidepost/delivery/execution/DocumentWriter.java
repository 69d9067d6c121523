package io.guidepost.delivery.execution;

import io.guidepost.delivery.reading.Content.Published;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import tools.jackson.core.JsonGenerator;

/** Writes whole documents as they are in one edition, each field as a query that asks for it would have it. For one thread. */
public final class DocumentWriter {

    private final DocumentPlans plans;
    private final Reading reading;
    private final DataWriter writer;

    DocumentWriter(DocumentPlans plans, Reading reading, DataWriter writer) {
        this.plans = plans;
        this.reading = reading;
        this.writer = writer;
    }

    /**
     * Writes a document as an object of JSON.
     *
     * @return false: it is not whole, since the reading lacks content for it; it is to be written again once that is loaded
     * @throws UndeliverableDocumentException if a value is missing that must be there, or not of its type
     */
    public boolean write(LiveDocument document, JsonGenerator json) {
        Published published = reading.published(document);
        if (published == null) {
            json.writeNull();
            return false;
        }
        try {
            return writer.write(published, plans.of(document.type()), json);
        } catch (EngineNeededException unlikeTheSchema) {
            throw new UndeliverableDocumentException(document, unlikeTheSchema);
        }
    }
}
