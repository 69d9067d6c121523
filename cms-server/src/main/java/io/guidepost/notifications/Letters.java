package io.guidepost.notifications;

import io.guidepost.security.Colleague;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Writes notifications as e-mails, in plain text, one each. They are sent where {@code spring.mail.host} says through which server, and
 * {@code guidepost.notifications.mail.from} in whose name.
 */
@Component
class Letters {

    private static final String PREFERENCES = "/api/notifications/preferences";
    private static final int LONGEST_TITLE = 120;

    private final @Nullable JavaMailSender sender;
    private final NotificationProperties.Mail settings;
    private final @Nullable InternetAddress from;

    Letters(ObjectProvider<JavaMailSender> sender, NotificationProperties properties) {
        this.sender = sender.getIfAvailable();
        this.settings = properties.mail();
        this.from = settings.from().isEmpty() ? null : from(settings.from());
    }

    private static InternetAddress from(String address) {
        try {
            return new InternetAddress(address, true);
        } catch (AddressException malformed) {
            throw new IllegalArgumentException("guidepost.notifications.mail.from must be an address, "
                    + "written as cms@example.org or Guidepost <cms@example.org>.", malformed);
        }
    }

    /** Whether all is there that it takes. */
    boolean areSent() {
        return sender != null && from != null;
    }

    /** Why none are sent although somebody seems to want them; null: nobody does, or they are. */
    @Nullable
    String missing() {
        if (sender != null && from == null) {
            return "guidepost.notifications.mail.from";
        }
        return sender == null && from != null ? "spring.mail.host" : null;
    }

    /**
     * Sends one.
     *
     * @param notification what to tell
     * @param to whom
     * @param address their address
     * @throws MailPreparationException if it cannot be written
     * @throws org.springframework.mail.MailException if it cannot be sent
     */
    void send(Notification notification, Colleague to, String address) {
        if (sender == null || from == null) {
            throw new IllegalStateException("E-mails are not sent here.");
        }
        MimeMessage mail = sender.createMimeMessage();
        try {
            write(mail, from, notification, to, address);
        } catch (MessagingException | UnsupportedEncodingException failure) {
            throw new MailPreparationException(failure);
        }
        sender.send(mail);
    }

    private void write(MimeMessage mail, InternetAddress sentFrom, Notification notification, Colleague to,
            String address) throws MessagingException, UnsupportedEncodingException {
        MimeMessageHelper helper = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
        String name = Message.line(to.name());
        helper.setFrom(sentFrom);
        helper.setTo(new InternetAddress(address, name, StandardCharsets.UTF_8.name()));
        helper.setSubject(notification.kind().heading() + ": " + shortened(notification.message().title()));
        helper.setSentDate(Date.from(notification.at()));
        helper.setText("Hello " + name + ",\n\n" + notification.message().text() + "\n\n" + settings.baseUrl()
                + notification.message().link() + "\n\n-- \nWhich notifications reach you by e-mail is for you to say: "
                + settings.baseUrl() + PREFERENCES + "\n");
        mail.setHeader("Auto-Submitted", "auto-generated");
        // The same each time: should it ever be sent twice, mail programs see that it is one.
        String domain = sentFrom.getAddress().substring(sentFrom.getAddress().indexOf('@') + 1);
        mail.setHeader("Message-ID", "<" + UUID.nameUUIDFromBytes(
                (notification.id() + " " + notification.at()).getBytes(StandardCharsets.UTF_8)) + "@" + domain + ">");
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }
}
