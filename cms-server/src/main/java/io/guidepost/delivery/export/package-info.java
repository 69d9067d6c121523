/** The differences between editions in one stream, with the documents whole. */
@NullMarked
package io.guidepost.delivery.export;

import org.jspecify.annotations.NullMarked;
