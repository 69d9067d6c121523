package io.guidepost.delivery.reading;

import io.guidepost.content.ContentModel;
import io.guidepost.delivery.changes.ChangeLists;
import io.guidepost.delivery.changes.Showing;
import io.guidepost.delivery.edition.View;
import io.guidepost.related.RelatedCareers;
import io.guidepost.release.Contents;
import io.guidepost.release.Publications;
import io.guidepost.search.SiteSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Opens editions for reading. */
@Component
@EnableConfigurationProperties(SiteProperties.class)
public class Readings {

    private final Publications publications;
    private final ContentModel model;
    private final RichTexts texts;
    private final RelatedCareers careers;
    private final FieldIndexes indexes;
    private final ChangeLists changes;
    private final SiteSearch search;
    private final Showing showing;
    private final String locale;

    Readings(Publications publications, ContentModel model, RichTexts texts, RelatedCareers careers,
            FieldIndexes indexes, ChangeLists changes, SiteSearch search, Showing showing,
            SiteProperties properties) {
        this.publications = publications;
        this.model = model;
        this.texts = texts;
        this.careers = careers;
        this.indexes = indexes;
        this.changes = changes;
        this.search = search;
        this.showing = showing;
        this.locale = properties.locale();
    }

    /** Begins to read an edition, for one request. */
    public Reading of(View view) {
        return reading(view, publications, changes, new Searches(search, System::nanoTime));
    }

    /**
     * Begins to read a site that is no edition, though it stands on one, and whose documents have their content elsewhere, for one request.
     * Changes are between editions, and what is searched is live; it has none, and nothing is found in it.
     */
    public Reading of(View view, Contents contents) {
        return reading(view, contents, null, null);
    }

    private Reading reading(View view, Contents contents, @Nullable ChangeLists changes, @Nullable Searches searches) {
        return new Reading(view, contents, model, texts, careers, indexes, changes, searches, showing, locale);
    }

    /** Changes when related careers may be others though the edition is the same. */
    public int generation() {
        return careers.generation();
    }
}
