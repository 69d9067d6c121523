/** How much of the memory each part that keeps things in it may take. */
@NullMarked
package io.guidepost.memory;

import org.jspecify.annotations.NullMarked;
