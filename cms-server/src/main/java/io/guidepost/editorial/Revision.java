package io.guidepost.editorial;

import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What made a version: who, when and why.
 *
 * @param change what was done
 * @param by who did it
 * @param at when
 * @param message why, in the words of who did it; empty: they did not say
 * @param effect what else it brought about, in a sentence: an approval that it voided, a merge; null: nothing
 * @param autosavedSince when the run of autosaves began that this version belongs to; null: somebody saved it, or did something else
 */
public record Revision(Change change, PersonId by, Instant at, String message, @Nullable String effect,
        @Nullable Instant autosavedSince) {

    /** A revision with nothing more to say. */
    static Revision of(Change change, PersonId by, Instant at, String message) {
        return new Revision(change, by, at, message, null, null);
    }

    /** Whether this one takes the place of the one before, of the same run of autosaves: one that has something to say stays. */
    boolean continues(Revision before) {
        return autosavedSince != null && autosavedSince.equals(before.autosavedSince) && by.equals(before.by)
                && before.effect == null && before.message.isEmpty();
    }

    Revision withEffect(@Nullable String text) {
        return new Revision(change, by, at, message, text, autosavedSince);
    }

    /** What can make a version, with what it takes: the one table of who may do what. */
    public enum Change {
        /** The document was created. */
        CREATED(Permission.WRITE),
        /** Its content was changed. */
        EDITED(Permission.WRITE),
        /** Its content was set back to that of an earlier version. */
        RESTORED(Permission.WRITE),
        /** It was handed to review. */
        SUBMITTED(Permission.WRITE),
        /** The request for review was taken back. */
        SUBMISSION_WITHDRAWN(Permission.WRITE),
        /** A reviewer asked for changes. */
        CHANGES_REQUESTED(Permission.REVIEW),
        /** A reviewer approved it. */
        APPROVED(Permission.REVIEW),
        /** It was put into the trash. */
        TRASHED(Permission.WRITE),
        /** It was taken out of the trash. */
        UNDELETED(Permission.WRITE);

        private final Permission permission;

        Change(Permission permission) {
            this.permission = permission;
        }

        /** What somebody needs to make such a change. */
        public Permission permission() {
            return permission;
        }
    }
}
