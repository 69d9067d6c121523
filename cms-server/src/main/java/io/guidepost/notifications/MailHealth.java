package io.guidepost.notifications;

import java.time.Instant;
import io.guidepost.web.Degraded;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells operators when e-mails cannot be sent. The server does all else then, and the notifications are in everybody's list. */
@Component("notifications")
class MailHealth implements HealthIndicator {

    private final Letters letters;
    private final MailDelivery delivery;

    MailHealth(Letters letters, MailDelivery delivery) {
        this.letters = letters;
        this.delivery = delivery;
    }

    @Override
    public Health health() {
        Instant failingSince = delivery.failingSince();
        return failingSince == null
                ? Health.up().withDetail("mail", letters.areSent() ? "sent" : "off").build()
                : Health.status(Degraded.STATUS).withDetail("mail", "failing").withDetail("since", failingSince)
                        .build();
    }
}
