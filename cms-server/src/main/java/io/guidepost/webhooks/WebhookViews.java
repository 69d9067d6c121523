package io.guidepost.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.webhooks.Subscription.Settings;
import io.guidepost.webhooks.Subscription.State;
import io.guidepost.webhooks.Subscriptions.Kept;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Subscriptions as the API takes and shows them. */
final class WebhookViews {

    private WebhookViews() {}

    /** What is wished for; enabled unless told otherwise, and about everything where no types or roles are named. */
    record WebhookBody(@NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 2_000) String url,
            @NotEmpty @Size(max = 10) List<@NotNull String> events,
            @Nullable @Size(max = 50) List<@NotNull String> types,
            @Nullable @Size(max = 100) List<@NotNull String> roles, @Nullable Boolean enabled) {

        Settings settings() {
            return new Settings(name.strip(), url.strip(), new Interest(types(events), set(types), set(roles)));
        }

        boolean isEnabled() {
            return !Boolean.FALSE.equals(enabled);
        }

        private static Set<EventType> types(List<String> words) {
            Set<EventType> types = EnumSet.noneOf(EventType.class);
            for (int i = 0; i < words.size(); i++) {
                String pointer = "/events/" + i;
                types.add(EventType.ofWord(words.get(i)).orElseThrow(() -> new InvalidWebhookException(pointer,
                        "unknown-event", "An event is one of " + String.join(", ", EventType.words()) + ".")));
            }
            return types;
        }

        private static SortedSet<String> set(@Nullable Collection<String> names) {
            return names == null ? new TreeSet<>() : new TreeSet<>(names);
        }
    }

    /** A subscription, without the texts of its secrets. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookView(UUID id, String name, String url, List<String> events, List<String> types, List<String> roles,
            boolean enabled, @Nullable DisabledView disabled, List<SecretView> secrets, ProgressView progress,
            int version, String createdBy, Instant createdAt, String changedBy, Instant changedAt) {

        static WebhookView of(Kept kept, Instant now) {
            Subscription subscription = kept.subscription();
            Interest interest = subscription.settings().interest();
            return new WebhookView(subscription.id(), subscription.settings().name(), subscription.settings().url(),
                    interest.events().stream().map(EventType::word).toList(), List.copyOf(interest.types()),
                    List.copyOf(interest.roles()), subscription.state() instanceof State.Enabled,
                    DisabledView.of(subscription.state()),
                    kept.secrets().stream().filter(secret -> secret.holds(now)).map(SecretView::of).toList(),
                    ProgressView.of(kept.progress()), subscription.version(), subscription.createdBy().value(),
                    subscription.createdAt(), subscription.changedBy().value(), subscription.changedAt());
        }
    }

    /** Since when no messages are sent, and why. */
    record DisabledView(Instant at, String why) {

        static @Nullable DisabledView of(State state) {
            return switch (state) {
                case State.Enabled() -> null;
                case State.Disabled(Instant at, String why) -> new DisabledView(at, why);
            };
        }
    }

    /** A secret that messages are signed with; {@code until} says when it ends, if it does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SecretView(Instant created, @Nullable Instant until) {

        static SecretView of(KeptSecret kept) {
            return new SecretView(kept.created(), kept.until());
        }
    }

    /** The last release and snapshot it has been told of, and the message that waits, with the time of its next attempt. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProgressView(int release, int snapshot, @Nullable String waiting, @Nullable Instant due) {

        static ProgressView of(Progress progress) {
            return new ProgressView(progress.position().release(), progress.position().snapshot(), progress.waiting(),
                    progress.waiting() == null ? null : progress.due());
        }
    }

    /** A subscription with the newest of its secrets, the only time that one is shown. */
    record WebhookWithSecret(String secret, WebhookView webhook) {

        static WebhookWithSecret of(Kept kept, Instant now) {
            return new WebhookWithSecret(kept.secrets().getFirst().secret().text(), WebhookView.of(kept, now));
        }

        @Override
        public String toString() {
            return "WebhookWithSecret[" + webhook.id() + "]";
        }
    }
}
