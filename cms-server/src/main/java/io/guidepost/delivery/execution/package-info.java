/** How an operation is run: planned once, bounded, and written straight into the answer. */
@NullMarked
package io.guidepost.delivery.execution;

import org.jspecify.annotations.NullMarked;
