package io.guidepost.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message as the API shows it.
 *
 * @param id its {@code webhook-id}
 * @param type what it is about
 * @param at when it was written
 * @param outcome {@code waiting}, {@code delivered} or {@code failed}
 * @param body what is sent
 * @param attempts the latest, the oldest first
 */
record DeliveryView(String id, String type, Instant at, String outcome, JsonNode body, List<AttemptView> attempts) {

    /** One request: the status of the answer if there was one, what was wrong if anything was, and how long it took. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptView(Instant at, @Nullable Integer status, @Nullable String error, long millis) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(attempt.at(), attempt.status(), attempt.error(), attempt.millis());
        }
    }

    static DeliveryView of(Delivery delivery, JsonMapper json) {
        return new DeliveryView(delivery.id(), delivery.type().word(), delivery.at(), delivery.outcome().word(),
                json.readTree(delivery.body()), delivery.attempts().stream().map(AttemptView::of).toList());
    }
}
