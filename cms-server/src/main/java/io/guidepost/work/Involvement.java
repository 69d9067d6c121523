package io.guidepost.work;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What somebody has to do with a working copy. */
enum Involvement {
    /** Wrote some of what it says since it was last approved. */
    AUTHOR("author", "authors"),
    /** Created it. */
    CREATOR("creator", "creator"),
    /** Made its newest version. */
    CHANGED_BY("changed-by", "changedBy"),
    /** Handed it to the review that it is in, or that was last decided. */
    SUBMITTED_BY("submitted-by", "submittedBy"),
    /** Is asked by name to review it. */
    REVIEWER("reviewer", "reviewers");

    private final String key;
    private final String field;

    Involvement(String key, String field) {
        this.key = key;
        this.field = field;
    }

    /** As it is written in queries. */
    String key() {
        return key;
    }

    /** The field of {@link WorkEntry} that says so. */
    String field() {
        return field;
    }

    static Optional<Involvement> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    static List<Involvement> all() {
        return List.of(values());
    }
}
