package io.guidepost.delivery.field;

import java.time.Instant;

/**
 * A page of the site.
 *
 * @param type the type of the document that it shows
 * @param slug that document's slug
 * @param locale the language that it is in, as a tag of BCP 47
 * @param lastModified when content of it last went live
 */
record SitePage(String type, String slug, String locale, Instant lastModified) {}
