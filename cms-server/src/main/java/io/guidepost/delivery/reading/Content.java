package io.guidepost.delivery.reading;

import io.guidepost.release.LiveDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Published content that authored fields are read from. */
public sealed interface Content {

    /** The fields as they are stored. */
    ObjectNode fields();

    /** The quiz role that figures in the document are about where they name none. */
    @Nullable
    String quizRole();

    /** A document, by itself. */
    record Published(LiveDocument document, ObjectNode fields, @Nullable String quizRole) implements Content {}

    /** A part of a document. */
    record Embedded(ObjectNode fields, @Nullable String quizRole) implements Content {}
}
