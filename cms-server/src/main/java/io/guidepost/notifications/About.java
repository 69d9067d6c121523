package io.guidepost.notifications;

import io.guidepost.editorial.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * What a notification is about, as far as it can be named.
 *
 * @param document a document; null: several, or none
 * @param version which version of it; null: none in particular
 * @param release the number of a release; null: none
 * @param plan the id of a planned release; null: none
 */
record About(@Nullable DocumentId document, @Nullable Integer version, @Nullable Integer release,
        @Nullable String plan) {

    static About document(DocumentId document, @Nullable Integer version) {
        return new About(document, version, null, null);
    }

    static About plan(String plan, @Nullable Integer release) {
        return new About(null, null, release, plan);
    }
}
