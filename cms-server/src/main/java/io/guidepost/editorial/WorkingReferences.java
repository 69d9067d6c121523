package io.guidepost.editorial;

import io.guidepost.content.ContentModel;
import io.guidepost.content.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which working copies refer to which; those in the trash do not count. */
@Component
public class WorkingReferences {

    private final Documents documents;
    private final ContentModel model;

    WorkingReferences(Documents documents, ContentModel model) {
        this.documents = documents;
        this.model = model;
    }

    /** Every reference to a document, by its id or its slug. */
    public List<Referrer> to(Document document) {
        Set<String> keys = keys(document);
        List<Referrer> referrers = new ArrayList<>();
        for (Document referring : documents.referring(keys)) {
            for (Reference reference : model.type(referring.type()).references(referring.content())) {
                if (keys.contains(Body.key(reference))) {
                    referrers.add(new Referrer(referring.id().value(), referring.type(), referring.title(),
                            reference.pointer(), reference.weak()));
                }
            }
        }
        return referrers;
    }

    /** The working copies that cannot do without a document. */
    List<Document> needing(Document document) {
        Set<String> keys = keys(document);
        return documents.referring(keys).stream()
                .filter(referring -> model.type(referring.type()).references(referring.content()).stream()
                        .anyMatch(reference -> !reference.weak() && keys.contains(Body.key(reference))))
                .toList();
    }

    private static Set<String> keys(Document document) {
        return document.slug().isEmpty()
                ? Set.of(document.id().value())
                : Set.of(document.id().value(), document.type() + "/" + document.slug());
    }
}
