/** The search index of published guides, which follows the release log, and the related careers found with it. */
@NullMarked
package io.guidepost.related;

import org.jspecify.annotations.NullMarked;
