/**
 * Has people look at live documents whose figures have moved since somebody last saw to them: figures in texts follow the statistics by
 * themselves, and the words around them do not.
 */
@NullMarked
package io.guidepost.upkeep.drift;

import org.jspecify.annotations.NullMarked;
