package io.guidepost.notifications;

import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import io.guidepost.security.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Turns what happened into notifications, one a person: not for whoever did it, nor for those who are not here any more. Telling the
 * same again changes nothing. What happened before anybody was told of anything is not told, nor what would be forgotten at once.
 */
@Component
class Notifying {

    private final Notifications notifications;
    private final Preferences preferences;
    private final Colleagues colleagues;
    private final Letters letters;
    private final NotificationProperties properties;
    private final Clock clock;
    private final Instant began;

    Notifying(Notifications notifications, Preferences preferences, Progress progress, Colleagues colleagues,
            Letters letters, NotificationProperties properties, Clock clock) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.colleagues = colleagues;
        this.letters = letters;
        this.properties = properties;
        this.clock = clock;
        this.began = progress.began(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Whether something that happened then is told at all. */
    boolean isTold(Instant at) {
        return !at.isBefore(began) && !at.isBefore(clock.instant().minus(properties.retention()));
    }

    void tell(List<Notice> notices) {
        Map<PersonId, Optional<Colleague>> known = new HashMap<>();
        Map<PersonId, Set<NotificationKind>> mailed = new HashMap<>();
        List<Notification> told = new ArrayList<>();
        List<String> mails = new ArrayList<>();
        for (Notice notice : notices) {
            if (!isTold(notice.at())) {
                continue;
            }
            for (PersonId person : notice.to()) {
                Optional<Colleague> colleague = person.equals(notice.by())
                        ? Optional.empty()
                        : known.computeIfAbsent(person, this::present);
                colleague.ifPresent(somebody -> {
                    Notification notification = Notification.of(notice, person);
                    told.add(notification);
                    if (letters.areSent() && somebody.email() != null
                            && mailed.computeIfAbsent(person, preferences::mailed).contains(notice.kind())) {
                        mails.add(notification.id());
                    }
                });
            }
        }
        notifications.add(told, mails);
    }

    private Optional<Colleague> present(PersonId person) {
        return colleagues.find(person).filter(colleague -> !colleague.disabled());
    }
}
