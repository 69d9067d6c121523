/** What is different between two editions, and which pages show it. */
@NullMarked
package io.guidepost.delivery.changes;

import org.jspecify.annotations.NullMarked;
