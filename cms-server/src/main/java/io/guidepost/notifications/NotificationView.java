package io.guidepost.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notification as it is sent; what it has not got is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationView(String id, Instant at, String kind, @Nullable String document, @Nullable Integer version,
        @Nullable Integer release, @Nullable String plan, String title, String text, String link, @Nullable String by,
        @Nullable Instant read) {

    static NotificationView of(Notification notification) {
        Message message = notification.message();
        DocumentId document = message.about().document();
        PersonId by = notification.by();
        return new NotificationView(notification.id(), notification.at(), notification.kind().word(),
                document == null ? null : document.value(), message.about().version(), message.about().release(),
                message.about().plan(), message.title(), message.text(), message.link(),
                by == null ? null : by.value(), notification.read());
    }
}
