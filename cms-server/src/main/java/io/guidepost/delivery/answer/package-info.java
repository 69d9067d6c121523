/** Answers as they are sent: kept as bytes while nothing that they depend on has changed. */
@NullMarked
package io.guidepost.delivery.answer;

import org.jspecify.annotations.NullMarked;
