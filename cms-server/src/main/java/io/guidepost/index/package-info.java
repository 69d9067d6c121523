/** The life of search indexes that follow the live site: how they are made, filled, kept equal to it, and replaced. */
@NullMarked
package io.guidepost.index;

import org.jspecify.annotations.NullMarked;
