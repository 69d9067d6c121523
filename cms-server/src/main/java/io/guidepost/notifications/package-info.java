/**
 * Tells people what concerns them: in a list of their own, and by e-mail where they want it. It follows the working copies and the
 * release log, so that nothing is lost or told twice, whichever node dies when.
 */
@NullMarked
package io.guidepost.notifications;

import org.jspecify.annotations.NullMarked;
