/** Fills a new server with the seed content, through the same commands that an editor's work takes. */
@NullMarked
package io.guidepost.seeding;

import org.jspecify.annotations.NullMarked;
