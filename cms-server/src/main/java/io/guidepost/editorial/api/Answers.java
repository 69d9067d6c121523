package io.guidepost.editorial.api;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.Editing;
import io.guidepost.web.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How a working copy is answered: with its version as entity tag, and with what keeps it from going live. */
@Component
class Answers {

    private final Editing editing;

    Answers(Editing editing) {
        this.editing = editing;
    }

    ResponseEntity<DocumentView> of(Document document) {
        return ResponseEntity.ok().eTag(Versions.tag(document.version())).body(view(document));
    }

    DocumentView view(Document document) {
        return DocumentView.of(document, document.content(), editing.problems(document));
    }
}
