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
 * @param skipsLive whether a document that is live already in the version which the change names is left out, as long as anything
 *            remains to be done; otherwise it keeps the release from being made
 */
public record ReleaseRequest(List<Change> changes, String message, boolean withReferrers, boolean skipsLive) {

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

    /** A request whose changes are all to be made. */
    public ReleaseRequest(List<Change> changes, String message, boolean withReferrers) {
        this(changes, message, withReferrers, false);
    }

    /** A request that leaves referrers alone, and whose changes are all to be made. */
    public ReleaseRequest(List<Change> changes, String message) {
        this(changes, message, false);
    }

    /** The changes that are to be made of a site. */
    List<Change> remaining(LiveSite site) {
        if (!skipsLive) {
            return changes;
        }
        List<Change> remaining = changes.stream().filter(change -> !isLive(change, site)).toList();
        return remaining.isEmpty() ? changes : remaining;
    }

    private static boolean isLive(Change change, LiveSite site) {
        String id = change.document().value();
        return change.action() == Action.PUBLISH && change.version() != null && site.byId(id)
                .filter(live -> live.publication().equals(id + "@" + change.version())).isPresent();
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
