/**
 * The statistics: responses counted for each role, kept as numbered snapshots that never change, and told as figures, less those that would tell
 * what single people have said.
 */
@NullMarked
package io.guidepost.quiz.statistics;

import org.jspecify.annotations.NullMarked;
