package io.guidepost.transfer;

/**
 * What an import may do.
 *
 * @param dryRun nothing: only tell what it would do
 * @param update save what differs on top of the version that is there, rather than report a conflict
 * @param publish take what it brings through review and make it live, all in one release
 */
public record ImportOptions(boolean dryRun, boolean update, boolean publish) {}
