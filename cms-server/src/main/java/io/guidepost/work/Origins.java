package io.guidepost.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Workflow;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the history alone tells of a working copy: who created it, and who handed it to the review that was decided. Neither ever changes. */
@Component
class Origins {

    /** How many versions back a submission is looked for. */
    private static final int STEPS = 50;

    private final Documents documents;
    private final Cache<DocumentId, Optional<PersonId>> creators = Caffeine.newBuilder().maximumSize(50_000).build();
    private final Cache<Decision, Optional<Submission>> submissions = Caffeine.newBuilder().maximumSize(50_000)
            .build();

    Origins(Documents documents) {
        this.documents = documents;
    }

    /** That a document was handed to review. */
    record Submission(PersonId by, Instant at) {}

    private record Decision(DocumentId document, Instant at) {}

    Optional<PersonId> creator(Document document) {
        if (document.version() == 1) {
            return Optional.of(document.revision().by());
        }
        return creators.get(document.id(), id -> documents.version(id, 1).map(first -> first.revision().by()));
    }

    /** Who handed it to the review that it is in or that decided where it stands; none for a draft. */
    Optional<Submission> submission(Document document) {
        return switch (document.workflow()) {
            case Workflow.Draft _ -> Optional.empty();
            case Workflow.InReview review -> Optional.of(new Submission(review.by(), review.at()));
            case Workflow.ChangesRequested requested -> before(document, requested.at());
            case Workflow.Approved approved -> before(document, approved.approvals().getLast().at());
        };
    }

    private Optional<Submission> before(Document document, Instant decided) {
        return submissions.get(new Decision(document.id(), decided), decision -> lookUp(document));
    }

    private Optional<Submission> lookUp(Document document) {
        for (int version = document.version() - 1; version > Math.max(0, document.version() - STEPS); version--) {
            Optional<Document> earlier = documents.version(document.id(), version);
            if (earlier.isPresent() && earlier.get().workflow() instanceof Workflow.InReview review) {
                return Optional.of(new Submission(review.by(), review.at()));
            }
        }
        return Optional.empty();
    }
}
