package io.guidepost.delivery.preview;

import io.guidepost.editorial.DocumentId;
import io.guidepost.release.plan.PlanId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.servlet.function.ServerRequest;

/** What a request wants to see over the live site. */
sealed interface Preview {

    /** Names the planned release to see. */
    String PLAN_HEADER = "Guidepost-Plan";

    /** The parameters of addresses: those of GraphQL, and two that say what to see. */
    Set<String> PARAMETERS = Set.of("query", "operationName", "variables", "extensions", "plan", "document");

    /** Every working copy. */
    record OfAll() implements Preview {}

    /** The working copy of one document. */
    record OfDocument(DocumentId id) implements Preview {}

    /** What a planned release would do. */
    record OfPlan(PlanId id) implements Preview {}

    /**
     * Reads what a request says.
     *
     * @throws MalformedPreviewException if it says two things, or what is none of these
     */
    static Preview of(ServerRequest request) {
        Set<String> unknown = new TreeSet<>(request.params().keySet());
        unknown.removeAll(PARAMETERS);
        if (!unknown.isEmpty()) {
            throw new MalformedPreviewException("There is no parameter `" + unknown.iterator().next() + "` here.");
        }
        Optional<String> plan = request.param("plan")
                .or(() -> Optional.ofNullable(request.headers().firstHeader(PLAN_HEADER)));
        Optional<String> document = request.param("document");
        if (plan.isPresent() && document.isPresent()) {
            throw new MalformedPreviewException("A preview is of a plan or of a document, not of both.");
        }
        return plan.<Preview>map(id -> new OfPlan(new PlanId(id)))
                .or(() -> document.map(id -> new OfDocument(new DocumentId(id))))
                .orElseGet(OfAll::new);
    }
}
