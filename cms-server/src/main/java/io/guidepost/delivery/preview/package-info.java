/** Unpublished content, for front ends that show it to editors: the site as it would be. Nothing else in delivery looks at working copies. */
@NullMarked
package io.guidepost.delivery.preview;

import org.jspecify.annotations.NullMarked;
