package io.guidepost.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.security.Actor;
import io.guidepost.web.Command;
import io.guidepost.web.MalformedQueryException;
import io.guidepost.web.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What was sent to a subscription, for administrators. */
@RestController
@RequestMapping("/api/webhooks/{id}")
@Tag(name = "Webhooks")
class DeliveryController {

    private final Sending sending;
    private final JsonMapper json;

    DeliveryController(Sending sending, JsonMapper json) {
        this.sending = sending;
        this.json = json;
    }

    /** A page; {@code next} is the {@code after} of the next one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<DeliveryView> items, @Nullable String next) {}

    @GetMapping("/deliveries")
    @Operation(summary = "The messages of a webhook, the newest first, in pages", description = "`outcome` is `waiting`, `delivered` "
            + "or `failed`.")
    Page list(Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "25") int limit) {
        PageLimit.require(limit);
        List<Delivery> found = sending.list(actor, id, outcome == null ? null : outcome(outcome),
                after == null ? null : Place.parse(after), limit + 1);
        List<Delivery> items = found.subList(0, Math.min(limit, found.size()));
        return new Page(items.stream().map(delivery -> DeliveryView.of(delivery, json)).toList(),
                found.size() > limit ? Place.of(items.getLast()).text() : null);
    }

    @Command("webhooks.redeliver")
    @PostMapping("/deliveries/{delivery}/redeliver")
    @Operation(summary = "Send a message again, under the same id, and tell how it went", description = "One that waits for its next "
            + "attempt has that now.")
    DeliveryView redeliver(Actor actor, @PathVariable UUID id, @PathVariable String delivery) {
        return DeliveryView.of(sending.redeliver(actor, id, delivery), json);
    }

    @Command("webhooks.ping")
    @PostMapping("/ping")
    @Operation(summary = "Send a test, and tell how it went", description = "It is sent once, also to a webhook that is disabled.")
    DeliveryView ping(Actor actor, @PathVariable UUID id) {
        return DeliveryView.of(sending.ping(actor, id), json);
    }

    private static DeliveryOutcome outcome(String word) {
        return DeliveryOutcome.ofWord(word).orElseThrow(() -> new MalformedQueryException(
                "“outcome” must be one of " + String.join(", ", DeliveryOutcome.words()) + "."));
    }
}
