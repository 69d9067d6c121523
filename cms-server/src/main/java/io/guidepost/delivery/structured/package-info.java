/** What pages tell search engines, in the terms of schema.org. */
@NullMarked
package io.guidepost.delivery.structured;

import org.jspecify.annotations.NullMarked;
