package io.guidepost.delivery.field;

import graphql.language.FieldDefinition;
import io.guidepost.content.ContentModel;
import io.guidepost.delivery.changes.Change;
import io.guidepost.release.LiveDocument;

/** Values of the fields of a change; a field of a document type has the document where it is of that type. */
final class ChangeFields {

    private final ContentModel model;

    ChangeFields(ContentModel model) {
        this.model = model;
    }

    FieldValue value(FieldDefinition field) {
        String type = TypeNames.base(field.getType());
        if (model.find(type).isPresent()) {
            return document(type);
        }
        return switch (field.getName()) {
            case "kind" -> (source, arguments, reading) -> ((Change) source).kind();
            case "type" -> (source, arguments, reading) -> ((Change) source).type();
            case "id" -> (source, arguments, reading) -> ((Change) source).id();
            case "slug" -> (source, arguments, reading) -> ((Change) source).slug();
            case "previousSlug" -> (source, arguments, reading) -> ((Change) source).previousSlug();
            case "role" -> (source, arguments, reading) -> ((Change) source).role();
            case "everyPage" -> (source, arguments, reading) -> reading.shown((Change) source).everyPage();
            case "pages" -> (source, arguments, reading) -> reading.shown((Change) source).pages();
            default -> throw new UnwiredFieldException("Change", field.getName(),
                    "it is neither known here nor a document");
        };
    }

    private static FieldValue document(String type) {
        return (source, arguments, reading) -> {
            LiveDocument live = ((Change) source).live();
            return live != null && live.type().equals(type) ? Documents.one(live, reading) : null;
        };
    }
}
