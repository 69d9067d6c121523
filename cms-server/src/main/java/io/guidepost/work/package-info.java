/** How editors find working copies: a search index of its own, which follows them, and lists of what waits for whom. */
@NullMarked
package io.guidepost.work;

import org.jspecify.annotations.NullMarked;
