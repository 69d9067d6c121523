package io.guidepost.webhooks;

import io.guidepost.security.Actor;
import io.guidepost.web.Command;
import io.guidepost.web.Versions;
import io.guidepost.webhooks.Subscriptions.Kept;
import io.guidepost.webhooks.WebhookViews.WebhookBody;
import io.guidepost.webhooks.WebhookViews.WebhookView;
import io.guidepost.webhooks.WebhookViews.WebhookWithSecret;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions, for administrators. */
@RestController
@RequestMapping("/api/webhooks")
@Tag(name = "Webhooks", description = "Other systems that are told what is published")
class WebhookController {

    private final Webhooks webhooks;
    private final Clock clock;

    WebhookController(Webhooks webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "All webhooks, the oldest first")
    List<WebhookView> list(Actor actor) {
        return webhooks.list(actor).stream().map(kept -> WebhookView.of(kept, clock.instant())).toList();
    }

    @Command("webhooks.add")
    @PostMapping
    @Operation(summary = "Have a system told what is published from now on", description = "The answer holds the secret that messages "
            + "are signed with, which is never shown again.")
    @ApiResponse(responseCode = "201")
    ResponseEntity<WebhookWithSecret> add(Actor actor, @Valid @RequestBody WebhookBody body) {
        Kept added = webhooks.add(actor, body.settings(), body.isEnabled());
        return ResponseEntity.created(URI.create("/api/webhooks/" + added.subscription().id()))
                .eTag(Versions.tag(added.subscription().version()))
                .body(WebhookWithSecret.of(added, clock.instant()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A webhook, and how far it has come")
    ResponseEntity<WebhookView> get(Actor actor, @PathVariable UUID id) {
        return answer(webhooks.get(actor, id));
    }

    @Command("webhooks.change")
    @PutMapping("/{id}")
    @Operation(summary = "Replace the settings of a webhook", description = "A message that waits for its next attempt is tried at "
            + "once. One that is enabled again is told of everything since it was disabled.")
    ResponseEntity<WebhookView> change(Actor actor, @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody WebhookBody body) {
        return answer(webhooks.change(actor, id, Versions.ifMatch(version), body.settings(), body.isEnabled()));
    }

    @Command("webhooks.remove")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a webhook, and forget its deliveries")
    void remove(Actor actor, @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        webhooks.remove(actor, id, Versions.ifMatch(version));
    }

    @Command("webhooks.rotate-secret")
    @PostMapping("/{id}/secrets")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make another secret", description = "It is never shown again. For a while messages are signed with the one "
            + "before as well; `secrets` says until when.")
    WebhookWithSecret rotate(Actor actor, @PathVariable UUID id) {
        return WebhookWithSecret.of(webhooks.rotate(actor, id), clock.instant());
    }

    private ResponseEntity<WebhookView> answer(Kept kept) {
        return ResponseEntity.ok().eTag(Versions.tag(kept.subscription().version()))
                .body(WebhookView.of(kept, clock.instant()));
    }
}
