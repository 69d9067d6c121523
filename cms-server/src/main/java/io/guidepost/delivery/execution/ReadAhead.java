package io.guidepost.delivery.execution;

import io.guidepost.delivery.field.FieldValue;
import io.guidepost.delivery.reading.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that an operation needs, in as few batches as a plan, before the engine runs it, which asks for one field at a time. What
 * fails is passed over: the engine will meet it again. For one thread.
 */
final class ReadAhead {

    private final Variables variables;
    private final Reading reading;
    private final Allowance allowance;

    ReadAhead(Variables variables, Reading reading, Allowance allowance) {
        this.variables = variables;
        this.reading = reading;
        this.allowance = allowance;
    }

    /**
     * Reads what some fields of the query need.
     *
     * @throws RefusedOperationException if the answer would have too many values
     */
    void read(List<PlannedField> fields) {
        do {
            allowance.restart();
            object(FieldValue.ROOT, fields);
        } while (reading.load());
    }

    private void object(Object source, List<PlannedField> fields) {
        for (PlannedField field : fields) {
            allowance.take(field.weight());
            below(value(source, field), field);
        }
    }

    private void below(@Nullable Object value, PlannedField field) {
        if (value == null || FieldValue.isPending(value) || field.fields().isEmpty()) {
            return;
        }
        if (value instanceof List<?> items) {
            items.forEach(item -> below(item, field));
        } else {
            object(value, field.fields());
        }
    }

    private @Nullable Object value(Object source, PlannedField field) {
        FieldValue value = field.value();
        try {
            return value == null ? null : value.of(source, field.inputs().of(variables), reading);
        } catch (RuntimeException failure) {
            return null;
        }
    }
}
