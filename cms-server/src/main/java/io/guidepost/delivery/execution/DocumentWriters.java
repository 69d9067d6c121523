package io.guidepost.delivery.execution;

import io.guidepost.delivery.reading.Reading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Begins to write whole documents. */
@Component
public class DocumentWriters {

    private final DocumentPlans plans;
    private final JsonMapper mapper;

    DocumentWriters(DocumentPlans plans, JsonMapper mapper) {
        this.plans = plans;
        this.mapper = mapper;
    }

    /** Writes what a reading reads. */
    public DocumentWriter of(Reading reading) {
        return new DocumentWriter(plans, reading,
                new DataWriter(mapper, plans.variables(), reading, Allowance.unlimited()));
    }
}
