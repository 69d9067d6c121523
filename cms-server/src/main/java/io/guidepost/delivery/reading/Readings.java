package io.guidepost.delivery.reading;

import io.guidepost.content.ContentModel;
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
    private final FieldIndexes indexes;

    Readings(Publications publications, ContentModel model, RichTexts texts, RelatedCareers careers,
            FieldIndexes indexes) {
        this.publications = publications;
        this.model = model;
        this.texts = texts;
        this.careers = careers;
        this.indexes = indexes;
    }

    /** Begins to read an edition, for one request. */
    public Reading of(View view) {
        return new Reading(view, publications, model, texts, careers, indexes);
    }

    /** Changes when related careers may be others though the edition is the same. */
    public int generation() {
        return careers.generation();
    }
}
