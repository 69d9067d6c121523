/**
 * The quiz and what its takers say: responses, each counted once, and the numbered, immutable snapshots of statistics
 * that figures in texts are resolved from.
 */
@NullMarked
package io.guidepost.quiz;

import org.jspecify.annotations.NullMarked;
