package io.guidepost.delivery.reading;

import io.guidepost.content.ContentModel;
import io.guidepost.delivery.changes.ChangeLists;
import io.guidepost.delivery.changes.Showing;
import io.guidepost.delivery.edition.View;
import io.guidepost.related.RelatedCareers;
import io.guidepost.release.Publications;
import org.springframework.stereotype.Component;

/** Opens editions for reading. */
@Component
public class Readings {

    private final Publications publications;
    private final ContentModel model;
    private final RichTexts texts;
    private final RelatedCareers careers;
    private final ChangeLists changes;
    private final Showing showing;

    Readings(Publications publications, ContentModel model, RichTexts texts, RelatedCareers careers,
            ChangeLists changes, Showing showing) {
        this.publications = publications;
        this.model = model;
        this.texts = texts;
        this.careers = careers;
        this.changes = changes;
        this.showing = showing;
    }

    /** Begins to read an edition, for one request. */
    public Reading of(View view) {
        return new Reading(view, publications, model, texts, careers, changes, showing);
    }

    /** Changes when related careers may be others though the edition is the same. */
    public int generation() {
        return careers.generation();
    }
}
