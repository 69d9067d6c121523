package io.guidepost.webhooks;

/**
 * What a subscription is told.
 *
 * @param type what it is about
 * @param key names it among those of its type: the number of the release, for one
 * @param body the JSON that is sent
 */
record Message(EventType type, String key, String body) {}
