/**
 * Tells other systems what is published, by signed HTTP requests of the form that Standard Webhooks describes. Every subscription follows
 * the release log and the snapshots of the statistics by itself, so that it is told of each in order, at least once, whichever node
 * dies when.
 */
@NullMarked
package io.guidepost.webhooks;

import org.jspecify.annotations.NullMarked;
