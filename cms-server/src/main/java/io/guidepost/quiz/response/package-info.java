/** What takers of the quiz have said: responses, each counted once, with a log of how they change. */
@NullMarked
package io.guidepost.quiz.response;

import org.jspecify.annotations.NullMarked;
