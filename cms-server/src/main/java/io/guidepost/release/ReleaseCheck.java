package io.guidepost.release;

import java.util.List;

/**
 * What keeps a release from being made.
 *
 * @param releasable whether nothing does
 * @param problems everything that does
 * @param warnings what else an editor might regret
 * @param takenAlong what would be withdrawn only because it refers to something that is
 */
public record ReleaseCheck(boolean releasable, List<ReleaseProblem> problems, List<ReleaseProblem> warnings,
        List<Referrer> takenAlong) {

    /** A live document that would be withdrawn along with what it refers to. */
    public record Referrer(String document, String type, String slug, String title) {}

    /** The check that a preview has made. */
    public static ReleaseCheck of(ReleasePreview preview) {
        return new ReleaseCheck(preview.problems().isEmpty(), preview.problems(), preview.warnings(),
                preview.takenAlong().stream()
                        .map(entry -> new Referrer(entry.document(), entry.type(), entry.slug(), entry.title()))
                        .toList());
    }
}
