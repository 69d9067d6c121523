package io.guidepost.upkeep;

import io.guidepost.editorial.DocumentId;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody should look at a document, since something it rests on is not as it was.
 *
 * @param id names it; later ones sort behind earlier ones
 * @param matter what it is about
 * @param occasion what brought it about, so that what was dismissed is not opened again for the same
 * @param why what is amiss and what can be done, in a sentence or two
 * @param opened when
 * @param state where it stands
 */
public record ReviewTask(UUID id, Matter matter, String occasion, String why, Instant opened, TaskState state) {

    /**
     * What a task is about; no two open ones are about the same.
     *
     * @param kind of what kind it is
     * @param document the document that is affected
     * @param subject what affects it: the id of a source, for one
     */
    public record Matter(TaskKind kind, DocumentId document, String subject) {}
}
