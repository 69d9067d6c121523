package io.guidepost.notifications;

import io.guidepost.security.PersonId;
import java.util.Set;

/** What people want to get by e-mail; in their lists they find everything. */
interface Preferences {

    /** The kinds that a person gets by e-mail: what they chose, or else whatever asks for action. */
    Set<NotificationKind> mailed(PersonId person);

    /** Notes which kinds a person wants by e-mail. */
    void choose(PersonId person, Set<NotificationKind> mailed);
}
