/**
 * How the server reaches addresses that content and people name: through one client that decides what may be reached, so that nobody
 * can have it ask what only the server can see.
 */
@NullMarked
package io.guidepost.outbound;

import org.jspecify.annotations.NullMarked;
