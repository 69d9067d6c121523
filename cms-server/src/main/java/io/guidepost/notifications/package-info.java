/**
 * Tells people what concerns them: in a list of their own, and by e-mail where they want it. It follows the working copies and the
 * release log, so that what they tell is neither lost nor told twice, whichever node dies when. What is told of comments, of review
 * tasks and of plans that were released is lost if the node on which it happened dies in the same moment.
 */
@NullMarked
package io.guidepost.notifications;

import org.jspecify.annotations.NullMarked;
