package io.guidepost.index;

/**
 * One entry of an index.
 *
 * @param id the key of the entry
 * @param stamp what it was made of: as long as that is the same, so is everything else
 * @param document what is indexed, with fields {@code id} and {@code stamp} of the same values
 */
public record Entry(String id, String stamp, Object document) {}
