package io.guidepost.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the values in content that its type knows a meaning of. */
final class Values {

    /** Told of every string that content holds where its type has a field for one. */
    @FunctionalInterface
    private interface Visitor {
        void visit(String pointer, Field field, FieldType type, String text);
    }

    private Values() {}

    static List<Reference> references(DocumentType documentType, ObjectNode content) {
        var references = new ArrayList<Reference>();
        fields("", documentType.fields(), content, (pointer, field, type, text) -> {
            if (type instanceof FieldType.Reference reference) {
                references.add(new Reference(pointer, reference.type(), new Reference.ById(text), field.weak()));
            } else if (type instanceof FieldType.RichText) {
                Markdown.parse(text).citations().forEach(key -> references
                        .add(new Reference(pointer, ModelReader.SOURCE, new Reference.BySlug(key), false)));
            }
        });
        return references;
    }

    static List<FigureUse> figures(DocumentType documentType, ObjectNode content) {
        var figures = new ArrayList<FigureUse>();
        fields("", documentType.fields(), content, (pointer, field, type, text) -> {
            if (type instanceof FieldType.RichText && text.contains(FigureSyntax.OPENING)) {
                figures.addAll(Markdown.parse(text).figures(pointer));
            }
        });
        return figures;
    }

    static List<String> texts(DocumentType documentType, ObjectNode content,
            Function<FigureToken, String> figures) {
        var texts = new ArrayList<String>();
        fields("", documentType.fields(), content, (pointer, field, type, text) -> {
            if (type instanceof FieldType.RichText) {
                texts.add(Markdown.parse(text).words(figures));
            } else if (type.equals(new FieldType.Scalar(ScalarKind.STRING))) {
                texts.add(text);
            }
        });
        return texts;
    }

    static List<Prose> prose(DocumentType documentType, ObjectNode content) {
        var prose = new ArrayList<Prose>();
        fields("", documentType.fields(), content, (pointer, field, type, text) -> {
            if (type instanceof FieldType.RichText) {
                prose.add(new Prose(pointer, true, Markdown.parse(text).blocks()));
            } else if (type.equals(new FieldType.Scalar(ScalarKind.STRING))) {
                prose.add(new Prose(pointer, false, Prose.plain(text)));
            }
        });
        return prose;
    }

    private static void fields(String parent, List<Field> fields, JsonNode object, Visitor visitor) {
        for (var field : fields) {
            if (!field.computed()) {
                value(Pointers.child(parent, field.name()), field, field.type(), object.get(field.name()), visitor);
            }
        }
    }

    private static void value(String pointer, Field field, FieldType type, @Nullable JsonNode value, Visitor visitor) {
        if (value == null) {
            return;
        }
        switch (type) {
            case FieldType.ListOf list -> {
                if (value.isArray()) {
                    for (int i = 0; i < value.size(); i++) {
                        value(Pointers.child(pointer, i), field, list.item(), value.get(i), visitor);
                    }
                }
            }
            case FieldType.Embedded embedded -> fields(pointer, embedded.fields(), value, visitor);
            case FieldType.Reference _,FieldType.RichText _,FieldType.Scalar _,FieldType.Enumeration _ -> {
                if (value.isString()) {
                    visitor.visit(pointer, field, type, value.stringValue());
                }
            }
        }
    }
}
