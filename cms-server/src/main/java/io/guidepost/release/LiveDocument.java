package io.guidepost.release;

import java.time.Instant;
import java.util.List;

/**
 * A document that is live.
 *
 * @param id the document's id
 * @param type its type
 * @param slug its slug, unique among the live documents of its type
 * @param title its title, for lists
 * @param publication the publication that is live, {@code document@version}
 * @param publishedAt when that went live
 * @param firstPublishedAt when the document first went live
 * @param references what the publication cannot do without
 */
public record LiveDocument(String id, String type, String slug, String title, String publication, Instant publishedAt,
        Instant firstPublishedAt, List<Target> references) {}
