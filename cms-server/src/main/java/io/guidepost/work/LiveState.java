package io.guidepost.work;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.Live;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a working copy stands to the live site. */
enum LiveState {
    /** No version of it was ever live. */
    NEVER,
    /** It is live as it is. */
    CURRENT,
    /** An earlier version of it is live. */
    OUTDATED,
    /** It was live once. */
    WITHDRAWN;

    static LiveState of(Document document) {
        Live live = document.live();
        if (live == null) {
            return NEVER;
        }
        Integer version = live.version();
        if (version == null) {
            return WITHDRAWN;
        }
        return version >= document.version() ? CURRENT : OUTDATED;
    }

    /** As it is written in queries and answers. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LiveState> ofKey(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
    }
}
