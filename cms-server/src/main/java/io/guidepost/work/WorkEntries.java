package io.guidepost.work;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.Problem;
import io.guidepost.editorial.Approval;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Live;
import io.guidepost.editorial.Reviewers;
import io.guidepost.editorial.Workflow;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import io.guidepost.work.Origins.Submission;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads working copies as they are indexed. */
@Component
class WorkEntries {

    private static final int LONGEST_TEXT = 500_000;
    private static final int LONGEST_ORDER = 200;
    private static final Problem UNKNOWN_TYPE = new Problem("", "unknown-type", "The content model has no such type.");

    private final ContentModel model;
    private final Editing editing;
    private final Origins origins;

    WorkEntries(ContentModel model, Editing editing, Origins origins) {
        this.model = model;
        this.editing = editing;
        this.origins = origins;
    }

    WorkEntry of(Document document) {
        Optional<DocumentType> type = model.find(document.type());
        List<Problem> problems = type.isPresent() ? editing.problems(document) : List.of(UNKNOWN_TYPE);
        String text = type.map(known -> String.join("\n", known.texts(document.content()))).orElse("");
        Reviewers asked = document.workflow() instanceof Workflow.InReview review ? review.reviewers() : null;
        Role role = asked == null ? null : asked.role();
        Optional<Submission> submission = origins.submission(document);
        return new WorkEntry(document.id().value(), stamp(document), document.type(), document.slug(),
                document.title(), order(document.title()), cut(text, LONGEST_TEXT), document.workflow().state(),
                LiveState.of(document).key(), ids(document.authors()),
                origins.creator(document).map(PersonId::value).orElse(null), document.revision().by().value(),
                document.revision().at().toEpochMilli(), submission.map(made -> made.by().value()).orElse(null),
                submission.map(made -> made.at().toEpochMilli()).orElse(null),
                asked == null ? List.of() : ids(asked.people()), role == null ? null : role.key(),
                asked != null && asked.equals(Reviewers.ANYBODY),
                ids(document.workflow().approvals().stream().map(Approval::by).toList()),
                problems.stream().map(Problem::code).distinct().sorted().toList(), problems.size(),
                document.trashed() != null, document.created().toEpochMilli(),
                WorkItem.of(document, problems.size()));
    }

    /** Both parts never fall, and every change of the document raises one of them. */
    private static long stamp(Document document) {
        Live live = document.live();
        return document.version() + (live == null ? 0L : live.release() + 1L);
    }

    /** A title as it is sorted by: upper and lower case alike. */
    private static String order(String title) {
        return cut(title.strip().toLowerCase(Locale.ROOT), LONGEST_ORDER);
    }

    private static List<String> ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).sorted().toList();
    }

    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }
}
