/**
 * Planned releases: sets of changes that several people prepare, and that are released together, at once or when they are due. On
 * however many nodes, each is released once: the release log takes one release of a plan.
 */
@NullMarked
package io.guidepost.release.plan;

import org.jspecify.annotations.NullMarked;
