package io.guidepost.editorial.comment;

import io.guidepost.comparison.Anchor;

/**
 * A thread as it stands to the working copy.
 *
 * @param thread the thread
 * @param anchor where its place is in the working copy; of an outdated one, where the comment was made
 * @param outdated whether the place is gone, or its quoted text was changed
 */
public record Seen(CommentThread thread, Anchor anchor, boolean outdated) {}
