package io.guidepost.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.security.Actor;
import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notifications/preferences")
@Tag(name = "Notifications", description = "What concerns you")
class PreferenceController {

    private final Preferences preferences;
    private final Colleagues colleagues;
    private final Letters letters;

    PreferenceController(Preferences preferences, Colleagues colleagues, Letters letters) {
        this.preferences = preferences;
        this.colleagues = colleagues;
        this.letters = letters;
    }

    /** The kinds that are to be sent by e-mail. */
    record Choice(@NotNull List<@NotNull String> mail) {}

    /** What is sent by e-mail, of which kinds, where to, and whether this server sends any. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreferencesView(List<String> mail, List<String> kinds, @Nullable String address, boolean sending) {}

    @GetMapping
    @Operation(summary = "Which notifications reach you by e-mail")
    PreferencesView get(Actor actor) {
        actor.require(Permission.READ);
        return new PreferencesView(words(preferences.mailed(actor.id())), words(List.of(NotificationKind.values())),
                colleagues.find(actor.id()).map(Colleague::email).orElse(null), letters.areSent());
    }

    @Command("notifications.set-preferences")
    @PutMapping
    @Operation(summary = "Say which notifications are to reach you by e-mail")
    PreferencesView put(Actor actor, @Valid @RequestBody Choice choice) {
        actor.require(Permission.READ);
        Set<NotificationKind> kinds = EnumSet.noneOf(NotificationKind.class);
        for (int i = 0; i < choice.mail().size(); i++) {
            String pointer = "/mail/" + i;
            kinds.add(NotificationKind.ofWord(choice.mail().get(i))
                    .orElseThrow(() -> new UnknownKindException(pointer, words(List.of(NotificationKind.values())))));
        }
        preferences.choose(actor.id(), kinds);
        return get(actor);
    }

    private static List<String> words(Collection<NotificationKind> kinds) {
        return Arrays.stream(NotificationKind.values()).filter(kinds::contains).map(NotificationKind::word).toList();
    }
}
