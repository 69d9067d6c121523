/** What the server does by itself, time and again, beside answering requests. */
@NullMarked
package io.guidepost.background;

import org.jspecify.annotations.NullMarked;
