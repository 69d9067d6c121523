package io.guidepost.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.Live;
import io.guidepost.editorial.Revision;
import io.guidepost.editorial.api.WorkflowView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A working copy as lists of work show it.
 *
 * @param liveState never, current, outdated (a later version is being worked on) or withdrawn
 * @param trashed who put it into the trash and when; left out where it is not there
 * @param problems how many problems keep it from going live, as far as its own content says; left out while the search engine is away
 * @param warnings how much else there is to see to; left out as well
 * @param highlights where the words that were asked for stand, by title and text, as HTML with {@code <mark>}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkItem(String id, String type, String slug, String title, int version, WorkflowView workflow, String change,
        String by, Instant at, @Nullable String message, @Nullable String effect, Instant created, String hash,
        @Nullable Live live, String liveState, @Nullable Deed trashed, @Nullable Integer problems,
        @Nullable Integer warnings, @Nullable Map<String, List<String>> highlights) {

    /** Who did something, and when. */
    record Deed(String by, Instant at) {}

    static WorkItem of(Document document, @Nullable Integer problems, @Nullable Integer warnings) {
        Revision revision = document.revision();
        Deed trashed = document.trashed() == null
                ? null
                : new Deed(document.trashed().by().value(), document.trashed().at());
        return new WorkItem(document.id().value(), document.type(), document.slug(), document.title(),
                document.version(), WorkflowView.of(document.workflow()), revision.change().name(),
                revision.by().value(),
                revision.at(), revision.message().isEmpty() ? null : revision.message(), revision.effect(),
                document.created(), document.body().hash(), document.live(),
                LiveState.of(document).key(), trashed, problems, warnings, null);
    }

    WorkItem highlighted(Map<String, List<String>> marks) {
        return new WorkItem(id, type, slug, title, version, workflow, change, by, at, message, effect, created, hash,
                live, liveState, trashed, problems, warnings, marks.isEmpty() ? null : marks);
    }
}
