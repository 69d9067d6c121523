package io.guidepost.delivery.field;

import io.guidepost.delivery.reading.Content.Published;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field that leads to other documents, with all their content. */
public sealed interface Link extends FieldValue {

    /** The same documents as {@link LiveDocument}s, for whom their ids and slugs are enough. */
    FieldValue unread();

    /** Leads to one document at most. */
    record ToOne(Finding<@Nullable LiveDocument> target) implements Link {

        @Override
        public @Nullable Object of(Object source, Map<String, Object> arguments, Reading reading) {
            return Documents.one(target.of(source, reading), reading);
        }

        @Override
        public FieldValue unread() {
            return (source, arguments, reading) -> target.of(source, reading);
        }
    }

    /** Leads to any number of documents; null: the field has no value. */
    record ToMany(Finding<@Nullable List<LiveDocument>> targets) implements Link {

        @Override
        public @Nullable Object of(Object source, Map<String, Object> arguments, Reading reading) {
            List<LiveDocument> found = targets.of(source, reading);
            if (found == null) {
                return null;
            }
            List<Published> published = Documents.all(found, reading);
            return published == null ? FieldValue.pending() : published;
        }

        @Override
        public FieldValue unread() {
            return (source, arguments, reading) -> targets.of(source, reading);
        }
    }

    /** Finds what an object leads to. */
    @FunctionalInterface
    interface Finding<T extends @Nullable Object> {

        T of(Object source, Reading reading);
    }
}
