package io.guidepost.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.guidepost.web.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What whoever asks has been told; nobody sees what another was. */
@RestController
@RequestMapping("/api/notifications")
@Tag(name = "Notifications", description = "What concerns you")
class NotificationController {

    private final Notifications notifications;
    private final Clock clock;

    NotificationController(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** A page; {@code unread} counts all of the list, {@code next} is the {@code after} of the next page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(long unread, List<NotificationView> items, @Nullable String next) {}

    /** The newest that is to be marked, along with all that are older. */
    record UpTo(@NotNull String upTo) {}

    /** How many are left. */
    record Unread(long unread) {}

    @GetMapping
    @Operation(summary = "Your notifications, the newest first, in pages", description = "All of them, or with `unread=true` those that "
            + "you have not read.")
    Page list(Actor actor, @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "25") int limit) {
        actor.require(Permission.READ);
        PageLimit.require(limit);
        List<Notification> found = notifications.list(actor.id(), unread,
                after == null ? null : Position.parse(after), limit + 1);
        List<Notification> items = found.subList(0, Math.min(limit, found.size()));
        return new Page(notifications.unread(actor.id()), items.stream().map(NotificationView::of).toList(),
                found.size() > limit ? items.getLast().position().text() : null);
    }

    @Command("notifications.read")
    @PostMapping("/{id}/read")
    @Operation(summary = "Mark one as read")
    NotificationView read(Actor actor, @PathVariable String id) {
        find(actor, id);
        notifications.read(actor.id(), id, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return NotificationView.of(find(actor, id));
    }

    @Command("notifications.read-all")
    @PostMapping("/read")
    @Operation(summary = "Mark one and all that are older as read")
    Unread readAll(Actor actor, @Valid @RequestBody UpTo body) {
        Notification newest = find(actor, body.upTo());
        notifications.readFrom(actor.id(), newest.position(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new Unread(notifications.unread(actor.id()));
    }

    private Notification find(Actor actor, String id) {
        actor.require(Permission.READ);
        return notifications.find(actor.id(), id).orElseThrow(UnknownNotificationException::new);
    }
}
