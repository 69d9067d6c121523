/** Which state of the site a request reads: one release together with one statistics snapshot. */
@NullMarked
package io.guidepost.delivery.edition;

import org.jspecify.annotations.NullMarked;
