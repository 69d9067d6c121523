package io.guidepost.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A type of documents: its fields, and what follows from them for a document's content. */
public final class DocumentType {

    private final String name;
    private final String description;
    private final Optional<String> slugField;
    private final String titleField;
    private final List<Field> fields;

    DocumentType(String name, String description, Optional<String> slugField, String titleField, List<Field> fields) {
        this.name = name;
        this.description = description;
        this.slugField = slugField;
        this.titleField = titleField;
        this.fields = List.copyOf(fields);
    }

    /** As in the SDL: {@code RoleGuide}. */
    public String name() {
        return name;
    }

    /** What it is; empty if the SDL does not say. */
    public String description() {
        return description;
    }

    /** The field that names a document in addresses; nothing: there is one document of the type. */
    public Optional<String> slugField() {
        return slugField;
    }

    /** The field that holds a document's title in lists. */
    public String titleField() {
        return titleField;
    }

    /** The field that holds the quiz role of a document's figures. */
    public Optional<String> quizRoleField() {
        return fields.stream().filter(Field::quizRole).map(Field::name).findFirst();
    }

    /** The fields in the order of the SDL, the computed ones among them. */
    public List<Field> fields() {
        return fields;
    }

    /** A document's slug, if it has one yet; the type's name in lower case where there is one document of the type. */
    public Optional<String> slug(ObjectNode content) {
        return slugField.isEmpty()
                ? Optional.of(name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
                : slugField.flatMap(field -> text(content, field));
    }

    /** A document's title; empty while it has none. */
    public String title(ObjectNode content) {
        return text(content, titleField).orElse("");
    }

    /** The role that a document's figures are about, if it has one. */
    public Optional<String> quizRole(ObjectNode content) {
        return quizRoleField().flatMap(field -> text(content, field));
    }

    /**
     * Everything that is wrong with a content.
     *
     * @param content a document's content, of any shape
     * @param stage how strictly it is judged
     * @return the problems in the order of the fields; empty: there are none
     */
    public List<Problem> problems(ObjectNode content, Stage stage) {
        Validation validation = new Validation(stage);
        validation.object(name, content, fields, "");
        return validation.problems();
    }

    /** The documents that a content refers to, by reference fields and by citations, with where it does. */
    public List<Reference> references(ObjectNode content) {
        List<Reference> references = new ArrayList<>();
        Walk.through(content, fields, (pointer, field, type, value) -> {
            switch (type) {
                case FieldType.ReferenceTo(String target) when value.isString() -> references.add(new Reference(
                        pointer, target, new Reference.ById(value.stringValue()), field.weak()));
                case FieldType.Rich _ when value.isString() -> new Markdown(value.stringValue()).citations()
                        .forEach(key -> references
                                .add(new Reference(pointer, "Source", new Reference.BySlug(key), false)));
                default -> {
                    // nothing to refer with
                }
            }
        });
        return references;
    }

    /** The figures of a content's texts. Malformed tokens are left out; {@link #problems} has them. */
    public List<FigureUse> figures(ObjectNode content) {
        List<FigureUse> figures = new ArrayList<>();
        Walk.through(content, fields, (pointer, field, type, value) -> {
            if (type instanceof FieldType.Rich && value.isString()) {
                new Markdown(value.stringValue()).figures().forEach(token -> figures.add(new FigureUse(pointer,
                        token)));
            }
        });
        return figures;
    }

    /** What a content says, text by text, as plain words: figures, citations, slugs, addresses and references are left out. */
    public List<String> texts(ObjectNode content) {
        List<String> texts = new ArrayList<>();
        Walk.through(content, fields, (pointer, field, type, value) -> {
            if (type instanceof FieldType.Rich && value.isString()) {
                texts.add(new Markdown(value.stringValue()).words());
            } else if (type.equals(new FieldType.Scalar(FieldType.Kind.STRING)) && value.isString()) {
                texts.add(value.stringValue());
            }
        });
        return texts;
    }

    /** The type as a JSON Schema (2020-12) of a content that is ready to go live. */
    public ObjectNode jsonSchema() {
        return JsonSchemas.of(this);
    }

    private static Optional<String> text(ObjectNode content, String field) {
        JsonNode value = content.path(field);
        return value.isString() && !value.stringValue().isBlank()
                ? Optional.of(value.stringValue())
                : Optional.empty();
    }
}
