package io.guidepost.upkeep;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.upkeep.ReviewTask.Matter;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens review tasks for what rests on a source whose link is broken, and settles them when it works. */
@Component
class LinkTasks {

    private final Tasks tasks;
    private final Documents documents;
    private final Citing citing;

    LinkTasks(Tasks tasks, Documents documents, Citing citing) {
        this.tasks = tasks;
        this.documents = documents;
        this.citing = citing;
    }

    /** Sees to what follows from a check; doing so again changes nothing. */
    void follow(CheckedLink link, Verdict verdict) {
        switch (verdict.result()) {
            case BROKEN -> broken(link, verdict);
            case WORKS, MOVED -> settle(link.source());
            // Nothing is certain, so that whatever is open stays open.
            case FAILING, UNCLEAR, DISALLOWED, REFUSED -> {}
        }
    }

    /** Settles all tasks about a source. */
    void settle(DocumentId source) {
        tasks.settle(TaskKind.BROKEN_LINK, source.value(), Set.of());
    }

    private void broken(CheckedLink link, Verdict verdict) {
        Optional<Document> source = documents.find(link.source());
        Set<DocumentId> affected = source.map(citing::of).orElse(Set.of());
        String why = "The link of the source “%s” (%s) is broken: %s Correct the address in the source, cite another, or take out what rests on it."
                .formatted(source.map(Document::title).orElse(link.source().value()), link.url(), verdict.why());
        for (DocumentId document : affected) {
            Optional<ReviewTask> _ = tasks.open(new Matter(TaskKind.BROKEN_LINK, document, link.source().value()),
                    link.url() + " " + link.since(), why);
        }
        tasks.settle(TaskKind.BROKEN_LINK, link.source().value(), affected);
    }
}
