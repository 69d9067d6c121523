package io.guidepost.notifications;

import io.guidepost.background.RecurringWork;
import io.guidepost.notifications.Outbox.Claimed;
import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/**
 * Sends what is in the outbox, in a thread of its own, so that a mail server that hangs or is away holds up nothing else. A server that
 * cannot be reached is left alone for a while and costs no message an attempt; one that does not take a message gets it again, a
 * few times. What was read meanwhile is not sent.
 */
@Component
class MailDelivery extends RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    /** Longer than all the waiting that one message can take, so that no other node sends it while this one does. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final Letters letters;
    private final Colleagues colleagues;
    private final NotificationProperties.Mail settings;
    private final Clock clock;
    private Instant resume = Instant.EPOCH;
    private volatile @Nullable Instant failingSince;

    MailDelivery(Outbox outbox, Letters letters, Colleagues colleagues, NotificationProperties properties,
            Clock clock) {
        super("notification-mail", Duration.ZERO, properties.mail().poll());
        this.outbox = outbox;
        this.letters = letters;
        this.colleagues = colleagues;
        this.settings = properties.mail();
        this.clock = clock;
    }

    /** Since when nothing can be sent; null: all is well, as far as is known. */
    @Nullable
    Instant failingSince() {
        return failingSince;
    }

    /** Sends what is due. */
    @Override
    protected void turn() {
        try {
            while (!isStopping() && !clock.instant().isBefore(resume)) {
                Instant now = clock.instant();
                Optional<Claimed> claimed = outbox.claim(now, now.plus(CLAIM));
                if (claimed.isEmpty()) {
                    return;
                }
                deliver(claimed.get(), now);
            }
        } catch (RuntimeException failure) {
            failed(failure);
            resume = clock.instant().plus(settings.backoff());
        }
    }

    private void deliver(Claimed claimed, Instant now) {
        Notification notification = claimed.notification();
        Optional<Colleague> to = colleagues.find(notification.person()).filter(colleague -> !colleague.disabled());
        String address = to.map(Colleague::email).orElse(null);
        if (to.isEmpty() || address == null || notification.read() != null) {
            outbox.drop(claimed);
        } else if (claimed.attempt() > settings.attempts() || notification.at().plus(settings.maxAge()).isBefore(now)) {
            outbox.fail(claimed);
        } else {
            send(claimed, to.get(), address);
        }
    }

    private void send(Claimed claimed, Colleague to, String address) {
        try {
            letters.send(claimed.notification(), to, address);
        } catch (MailPreparationException failure) {
            LOG.error("The notification {} cannot be written as an e-mail", claimed.notification().id(), failure);
            outbox.fail(claimed);
            return;
        } catch (MailException failure) {
            if (!wasTaken(failure)) {
                failed(failure);
                putOff(claimed, failure);
                return;
            }
        }
        outbox.sent(claimed);
        if (failingSince != null) {
            LOG.info("E-mails are sent again");
            failingSince = null;
        }
    }

    private void putOff(Claimed claimed, MailException failure) {
        Instant now = clock.instant();
        if (isUnreachable(failure)) {
            resume = now.plus(settings.backoff());
            outbox.putBack(claimed, now);
        } else if (claimed.attempt() >= settings.attempts()) {
            outbox.fail(claimed);
        } else {
            outbox.retry(claimed, now.plus(settings.wait(claimed.attempt())));
        }
    }

    /** Whether only the farewell failed, after the server had taken the message. */
    private static boolean wasTaken(MailException failure) {
        return failure instanceof MailSendException sending && sending.getFailedMessages().isEmpty();
    }

    /** Whether the server was not got through to, which then is said of the message as well; or does not let this one in. */
    private static boolean isUnreachable(MailException failure) {
        Throwable cause = failure.getCause();
        return !(failure instanceof MailSendException sending)
                || (cause != null && sending.getMessageExceptions()[0].equals(cause));
    }

    private void failed(RuntimeException failure) {
        if (failingSince == null) {
            LOG.warn("E-mails cannot be sent; trying again: {}", String.valueOf(failure.getMessage()));
            failingSince = clock.instant();
        }
    }

    @Override
    public void start() {
        if (!letters.areSent()) {
            String missing = letters.missing();
            if (missing != null) {
                LOG.warn("Notifications are not sent by e-mail, since {} is not set", missing);
            }
            return;
        }
        super.start();
    }
}
