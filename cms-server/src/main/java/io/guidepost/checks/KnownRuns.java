package io.guidepost.checks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.content.DocumentType;

/** The runs of documents by what these say: one check after the other compares with the same documents, each time read anew. */
final class KnownRuns {

    /** Runs of 8 bytes, about as many as a thousand long guides have. */
    private static final long MOST = 2_000_000;

    /** What an entry takes beside its runs, in runs. */
    private static final int ENTRY = 32;

    private record Said(String type, String state) {}

    private final Cache<Said, Runs> known = Caffeine.newBuilder().maximumWeight(MOST)
            .weigher((Said _, Runs runs) -> ENTRY + runs.size()).build();

    /** The runs of what a document of the type says. */
    Runs of(DocumentType type, Neighbour document) {
        return known.get(new Said(type.name(), document.state()), _ -> Runs.of(type.prose(document.content())));
    }
}
