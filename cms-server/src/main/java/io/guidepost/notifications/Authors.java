package io.guidepost.notifications;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.Documents;
import io.guidepost.security.PersonId;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose a document is. */
@Component
class Authors {

    private final Documents documents;

    Authors(Documents documents) {
        this.documents = documents;
    }

    /** The authors of the working copy, and those of what is live of it. */
    Set<PersonId> of(Document document) {
        Set<PersonId> authors = new HashSet<>(document.authors());
        Integer version = document.live() == null ? null : document.live().version();
        if (version != null && version != document.version()) {
            documents.version(document.id(), version).map(Document::authors).ifPresent(authors::addAll);
        }
        return authors;
    }
}
