package io.guidepost.delivery.field;

import java.time.Instant;

/**
 * A page of the site.
 *
 * @param type the type of the document that it shows
 * @param slug that document's slug
 * @param lastModified when content of it last went live
 */
record SitePage(String type, String slug, Instant lastModified) {}
