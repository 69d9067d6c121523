/** Charts of what the quiz takers who explore a role answer: pictures that a page shows by their address. */
@NullMarked
package io.guidepost.delivery.chart;

import org.jspecify.annotations.NullMarked;
