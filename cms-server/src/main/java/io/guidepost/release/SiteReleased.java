package io.guidepost.release;

/**
 * This node has learnt of newer releases, its own or another node's.
 *
 * @param site the site as it is after them
 */
public record SiteReleased(LiveSite site) {}
