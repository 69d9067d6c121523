package io.guidepost.release;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes that go live together or not at all.
 *
 * @param changes one a document, at least one
 * @param message what the release is for, in the words of whoever makes it
 * @param withReferrers whether whatever refers to a withdrawn document is withdrawn along with it
 */
public record ReleaseRequest(List<Change> changes, String message, boolean withReferrers) {

    /** How many documents one release may change. */
    public static final int MAX_CHANGES = 5_000;

    /** Checks that the request says something, and says it once. */
    public ReleaseRequest {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new MalformedReleaseException("A release changes at least one document.");
        }
        requireFew(changes.size());
        requireShort(message);
        Set<Object> seen = new HashSet<>();
        for (Change change : changes) {
            if (!seen.add(change.document())) {
                throw new MalformedReleaseException(
                        "The release names document " + change.document().value() + " twice.");
            }
        }
    }

    /** A request that leaves referrers alone. */
    public ReleaseRequest(List<Change> changes, String message) {
        this(changes, message, false);
    }

    static void requireFew(int changes) {
        if (changes > MAX_CHANGES) {
            throw new MalformedReleaseException("A release changes " + MAX_CHANGES + " documents at most.");
        }
    }

    static void requireShort(String message) {
        if (message.length() > 500) {
            throw new MalformedReleaseException("A release's message has 500 characters at most.");
        }
    }
}
