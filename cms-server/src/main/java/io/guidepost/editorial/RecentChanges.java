package io.guidepost.editorial;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which working copies have changed lately, on whichever server; looking is cheap. Whoever has seen them all needs to read only those anew. */
public interface RecentChanges {

    /**
     * What has changed since somebody looked, the trash included. A change that was cut off may be missing until the next one.
     *
     * @param mark as it was given then; empty: at the beginning
     */
    Since since(String mark);

    /**
     * What has changed since.
     *
     * @param mark up to when
     * @param documents which documents, some perhaps more than once; nothing: too many to tell
     */
    record Since(String mark, Optional<Collection<DocumentId>> documents) {

        static Since nothing(String mark) {
            return new Since(mark, Optional.of(List.of()));
        }

        /** Whether nothing has. */
        public boolean isNothing() {
            return documents.filter(Collection::isEmpty).isPresent();
        }
    }
}
