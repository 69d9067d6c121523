/** What a request reads from its edition, in batches, with a note of everything that its answer depends on. */
@NullMarked
package io.guidepost.delivery.reading;

import org.jspecify.annotations.NullMarked;
