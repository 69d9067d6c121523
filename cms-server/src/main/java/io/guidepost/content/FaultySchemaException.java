package io.guidepost.content;

import java.util.List;

/** The schema files do not describe a content model. The message lists every fault. */
public final class FaultySchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FaultySchemaException(List<String> faults) {
        super("The schema is not a content model:\n- " + String.join("\n- ", faults));
    }
}
