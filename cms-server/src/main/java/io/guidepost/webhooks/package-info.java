/**
 * Tells other systems what is published, by signed HTTP requests of the form that Standard Webhooks describes. Every subscription follows
 * the release log and the snapshots of the statistics by itself, so that it is told of each in order, at least once, whichever node
 * dies when.
 *
 * <table>
 * <caption>From what has happened to a request that tells it</caption>
 * <tr><th>type</th><th>is</th></tr>
 * <tr><td>{@link io.guidepost.webhooks.Happening}</td><td>something that was published, which many may want to be told</td></tr>
 * <tr><td>{@link io.guidepost.webhooks.Message}</td><td>what one subscription is told of it, as JSON; {@link
 * io.guidepost.webhooks.Messages} writes it</td></tr>
 * <tr><td>{@link io.guidepost.webhooks.Delivery}</td><td>a stored message on its way, with its attempts and what has become of it</td></tr>
 * <tr><td>{@link io.guidepost.webhooks.Dispatcher}</td><td>claims subscriptions with something to do, all the time</td></tr>
 * <tr><td>{@link io.guidepost.webhooks.Courier}</td><td>brings a claimed subscription forward by one message, and settles when it is tried
 * again</td></tr>
 * <tr><td>{@link io.guidepost.webhooks.Sending}</td><td>what administrators have sent at once: tests, and messages once more</td></tr>
 * <tr><td>{@link io.guidepost.webhooks.Sender}</td><td>signs a message and makes the one request, for both</td></tr>
 * <tr><td>{@link io.guidepost.webhooks.Disabling}</td><td>ends what does not arrive, for both</td></tr>
 * </table>
 */
@NullMarked
package io.guidepost.webhooks;

import org.jspecify.annotations.NullMarked;
