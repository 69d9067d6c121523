package io.guidepost.upkeep;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.Field;
import io.guidepost.content.FieldType;
import io.guidepost.content.Reference;
import io.guidepost.content.ScalarKind;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Documents.DocumentQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The working copies of what citations refer to, and where the content model says that their links are. */
@Component
class Sources {

    private static final int BATCH = 100;
    private static final FieldType LINK = new FieldType.Scalar(ScalarKind.URL);

    private final Documents documents;
    private final Optional<String> field;

    Sources(Documents documents, ContentModel model) {
        this.documents = documents;
        this.field = model.find(Reference.CITED).map(DocumentType::fields).stream().flatMap(List::stream)
                .filter(one -> one.type().equals(LINK) && !one.computed()).map(Field::name).findFirst();
    }

    /** The link of a document; empty: it is no source, is in the trash or has none. */
    Optional<String> link(Document document) {
        return document.type().equals(Reference.CITED) && document.trashed() == null
                ? field.map(document.content()::get).map(value -> value.stringValue("").strip())
                        .filter(link -> !link.isEmpty())
                : Optional.empty();
    }

    /** All links, by the ids of their sources. */
    Map<DocumentId, String> links() {
        Map<DocumentId, String> links = new HashMap<>();
        String after = null;
        List<Document> page;
        do {
            page = documents.list(new DocumentQuery(Reference.CITED, null, null, null, false, after, BATCH));
            // A list has no contents.
            documents.findAll(page.stream().map(Document::id).toList())
                    .forEach((id, source) -> link(source).ifPresent(link -> links.put(id, link)));
            after = page.isEmpty() ? after : page.getLast().id().value();
        } while (page.size() == BATCH);
        return links;
    }
}
