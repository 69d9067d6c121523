package io.guidepost.release;

import java.util.Locale;

/** What a release does to a document. */
public enum Action {
    /** Its approved content goes live, in place of what was live before. */
    PUBLISH,
    /** It is live no more. */
    WITHDRAW;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Action ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
