package io.guidepost.editorial.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.content.Problem;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.Live;
import io.guidepost.editorial.Revision;
import io.guidepost.editorial.Revision.Change;
import io.guidepost.editorial.Trashed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as the admin API shows it.
 *
 * @param change what made this version
 * @param message why, in the words of who made it; left out where they did not say
 * @param effect what else it brought about, such as an approval that it voided; left out where nothing
 * @param autosaved whether a program saved it by itself
 * @param content what it says; left out in lists
 * @param problems what keeps it from going live; left out in lists and for earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentView(String id, String type, String slug, String title, int version, WorkflowView workflow,
        Change change, String by, Instant at, @Nullable String message, @Nullable String effect, boolean autosaved,
        Instant created, String hash, @Nullable Live live, @Nullable TrashView trashed,
        @Schema(implementation = Object.class) @Nullable ObjectNode content, @Nullable List<Problem> problems) {

    /** That it is in the trash. */
    record TrashView(String by, Instant at) {

        static @Nullable TrashView of(@Nullable Trashed trashed) {
            return trashed == null ? null : new TrashView(trashed.by().value(), trashed.at());
        }
    }

    static DocumentView slim(Document document) {
        return of(document, null, null);
    }

    static DocumentView of(Document document, @Nullable ObjectNode content, @Nullable List<Problem> problems) {
        Revision revision = document.revision();
        return new DocumentView(document.id().value(), document.type(), document.slug(), document.title(),
                document.version(), WorkflowView.of(document.workflow()), revision.change(), revision.by().value(),
                revision.at(), revision.message().isEmpty() ? null : revision.message(), revision.effect(),
                revision.autosavedSince() != null, document.created(), document.body().hash(), document.live(),
                TrashView.of(document.trashed()), content, problems);
    }
}
