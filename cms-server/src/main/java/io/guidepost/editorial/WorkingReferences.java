package io.guidepost.editorial;

import io.guidepost.content.ContentModel;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        return documents.referring(keys).stream().flatMap(referring -> of(referring, keys)).toList();
    }

    /**
     * References to a document in the order of those who refer, each text once however often it does.
     *
     * @param after the last one of those before, as the id of the document and the pointer, written together; null: from the first on
     * @param limit how many at most
     */
    public List<Referrer> to(Document document, @Nullable String after, int limit) {
        Set<String> keys = keys(document);
        String last = after == null ? "" : after;
        int slash = last.indexOf('/');
        String from = slash < 0 ? last : last.substring(0, slash);
        String pointer = slash < 0 ? "" : last.substring(slash);
        // The first of them may be the one that was the last before.
        return documents.referring(keys, from, limit + 1).stream()
                .flatMap(referring -> of(referring, keys).sorted(Comparator.comparing(Referrer::pointer)))
                .filter(referrer -> !referrer.document().equals(from) || referrer.pointer().compareTo(pointer) > 0)
                .distinct().limit(limit).toList();
    }

    private Stream<Referrer> of(Document referring, Set<String> keys) {
        return model.type(referring.type()).references(referring.content()).stream()
                .filter(reference -> keys.contains(Body.key(reference)))
                .map(reference -> new Referrer(referring.id().value(), referring.type(), referring.title(),
                        reference.pointer(), reference.weak()));
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
