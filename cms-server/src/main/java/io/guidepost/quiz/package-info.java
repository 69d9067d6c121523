/**
 * The quiz: its questions, answers and backgrounds, each with a key that stays and a label that may change. What its takers have said is in
 * {@link io.guidepost.quiz.response}, the figures made of that in {@link io.guidepost.quiz.statistics}.
 */
@NullMarked
package io.guidepost.quiz;

import org.jspecify.annotations.NullMarked;
