package io.guidepost.delivery.field;

import io.guidepost.delivery.edition.EditionPin;
import io.guidepost.delivery.reading.Reading;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a field of an object answers with. */
@FunctionalInterface
public interface FieldValue {

    /** The object that the fields of a query begin with. */
    Object ROOT = new Object();

    /**
     * The value of the field.
     *
     * @param source the object that has the field
     * @param arguments the field's arguments, defaults filled in
     * @param reading where content and statistics come from
     * @return a value, a list of values or null, or {@link #pending()} while the reading lacks content for it
     * @throws io.guidepost.delivery.edition.RefusedQueryException if the arguments ask for what may not be
     */
    @Nullable
    Object of(Object source, Map<String, Object> arguments, Reading reading);

    /**
     * The edition that the field's arguments name: the whole request reads that.
     *
     * @param arguments the field's arguments, defaults filled in
     * @return null: they name none
     * @throws io.guidepost.delivery.edition.RefusedQueryException if what should name one does not
     */
    default @Nullable String edition(Map<String, Object> arguments) {
        Object edition = arguments.get(EditionPin.PARAMETER);
        return edition == null ? null : edition.toString();
    }

    /** Stands for a value that can be told once the reading has been loaded. */
    static Object pending() {
        return Pending.PENDING;
    }

    /** Whether a value stands for one that cannot be told yet. */
    static boolean isPending(@Nullable Object value) {
        return value instanceof Pending;
    }

    /** The only one of its kind. */
    enum Pending {
        /** Ask again later. */
        PENDING
    }
}
