package io.guidepost.notifications;

import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells operators when e-mails cannot be sent. The server does all else then, and the notifications are in everybody's list. */
@Component("notifications")
class MailHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

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
                : Health.status(DEGRADED).withDetail("mail", "failing").withDetail("since", failingSince).build();
    }
}
