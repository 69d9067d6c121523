package io.guidepost.work;

import io.guidepost.checks.Checks;
import io.guidepost.checks.Finding;
import io.guidepost.checks.Severity;
import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.editorial.Approval;
import io.guidepost.editorial.Checking;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.Live;
import io.guidepost.editorial.Reviewers;
import io.guidepost.editorial.Workflow;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import io.guidepost.work.Origins.Submission;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads working copies as they are indexed. */
@Component
class WorkEntries {

    /** The code of the problem that the content model has no such type any more. */
    static final String UNKNOWN_TYPE = "unknown-type";
    private static final Logger LOG = LoggerFactory.getLogger(WorkEntries.class);
    private static final int LONGEST_TEXT = 500_000;
    private static final int LONGEST_ORDER = 200;
    private static final Finding OF_UNKNOWN_TYPE = new Finding(UNKNOWN_TYPE, Severity.ERROR, "",
            "The content model has no such type.");

    private final ContentModel model;
    private final Checking checking;
    private final Origins origins;
    private final Clock clock;

    WorkEntries(ContentModel model, Checking checking, Origins origins, Clock clock) {
        this.model = model;
        this.checking = checking;
        this.origins = origins;
        this.clock = clock;
    }

    /** Working copies with what the checks find in them; one that cannot be read must not keep the others from being found. */
    List<WorkEntry> of(Collection<Document> documents) {
        long now = clock.millis();
        Function<Document, List<Finding>> checks = checking.findingsAmong(
                documents.stream().filter(document -> model.find(document.type()).isPresent()).toList());
        List<WorkEntry> entries = new ArrayList<>();
        for (Document document : documents) {
            try {
                entries.add(of(document, checks, now));
            } catch (RuntimeException failure) {
                LOG.error("{} cannot be indexed and is not found by searching", document.id().value(), failure);
            }
        }
        return entries;
    }

    private WorkEntry of(Document document, Function<Document, List<Finding>> checks, long now) {
        Optional<DocumentType> type = model.find(document.type());
        List<Finding> findings = type.isPresent() ? ownOf(checks.apply(document)) : List.of(OF_UNKNOWN_TYPE);
        int problems = Math.toIntExact(
                findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count());
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
                findings.stream().map(Finding::code).distinct().sorted().toList(), problems,
                document.trashed() != null, document.created().toEpochMilli(), now,
                WorkItem.of(document, problems, findings.size() - problems));
    }

    /** Without what lies between documents: it would change with every one that comes or goes. */
    private static List<Finding> ownOf(List<Finding> findings) {
        return findings.stream().filter(finding -> !Checks.SITE_WIDE.contains(finding.code())).toList();
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
