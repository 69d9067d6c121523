package io.guidepost.delivery.execution;

import io.guidepost.release.LiveDocument;

/** A document is not as the schema has it, which may have become stricter since the document went live. */
public final class UndeliverableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UndeliverableDocumentException(LiveDocument document, EngineNeededException reason) {
        super("The " + document.type() + " " + document.id() + " is not as the schema has it: " + reason.getMessage(),
                reason);
    }
}
