package io.guidepost.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A type of document: something that is written, reviewed and published by itself. */
public final class DocumentType {

    private final String name;
    private final String description;
    private final @Nullable String slugField;
    private final String titleField;
    private final @Nullable String quizRoleField;
    private final boolean shown;
    private final List<Field> fields;

    DocumentType(String name, String description, @Nullable String slugField, String titleField,
            @Nullable String quizRoleField, boolean shown, List<Field> fields) {
        this.name = name;
        this.description = description;
        this.slugField = slugField;
        this.titleField = titleField;
        this.quizRoleField = quizRoleField;
        this.shown = shown;
        this.fields = List.copyOf(fields);
    }

    /** Its name in the schema: {@code RoleGuide}. */
    public String name() {
        return name;
    }

    /** What the schema says about it; empty where it says nothing. */
    public String description() {
        return description;
    }

    /** The field that names a document among those of the type; none: there is one document of the type. */
    public Optional<String> slugField() {
        return Optional.ofNullable(slugField);
    }

    /** The field that holds a document's title in lists. */
    public String titleField() {
        return titleField;
    }

    /** The field that holds the quiz role which a document's figures are about. */
    public Optional<String> quizRoleField() {
        return Optional.ofNullable(quizRoleField);
    }

    /** Whether pages show what its documents say. */
    public boolean isShown() {
        return shown;
    }

    /** Its fields in the schema's order, computed ones among them. */
    public List<Field> fields() {
        return fields;
    }

    /** The document's slug, if it has a well-formed one; that of an only document is its type's name, {@code site-settings}. */
    public Optional<String> slug(ObjectNode content) {
        return slugField == null ? Optional.of(Words.kebab(name)) : text(content, slugField).filter(Scalars::isSlug);
    }

    /** The document's title; empty where it has none yet. */
    public String title(ObjectNode content) {
        return text(content, titleField).orElse("");
    }

    /** The quiz role that the document's figures are about, where they name none. */
    public Optional<String> quizRole(ObjectNode content) {
        return slug(content, quizRoleField);
    }

    /** Everything that is wrong with the content at a stage, in the order of the content; empty if nothing is. */
    public List<Problem> problems(ObjectNode content, Stage stage) {
        return new Validation(stage).of(this, content);
    }

    /** The references that the content makes, of fields and of citations, in the order of the fields; what has the wrong type is passed over. */
    public List<Reference> references(ObjectNode content) {
        return Values.references(this, content);
    }

    /** The well-formed figure tokens in the content's texts, in the order of the fields. */
    public List<FigureUse> figures(ObjectNode content) {
        return Values.figures(this, content);
    }

    /** What the content says, text by text, as plain words: figures, citations, slugs, addresses and references are left out. */
    public List<String> texts(ObjectNode content) {
        return texts(content, _ -> "");
    }

    /**
     * What the content says, text by text, as plain words, with something in place of its figures; citations, slugs, addresses and references are
     * left out.
     *
     * @param figures what stands for a figure
     */
    public List<String> texts(ObjectNode content, Function<FigureToken, String> figures) {
        return Values.texts(this, content, figures);
    }

    /** The texts that the content holds, taken apart, in the order of the fields. */
    public List<Prose> prose(ObjectNode content) {
        return Values.prose(this, content);
    }

    /**
     * A JSON Schema (2020-12) of content that can be published, as far as JSON Schema can say it: it counts the white space at the ends of a text,
     * which the rules do not, and it does not look into texts.
     */
    public ObjectNode jsonSchema() {
        return new JsonSchemas().of(this);
    }

    private static Optional<String> slug(ObjectNode content, @Nullable String field) {
        return field == null ? Optional.empty() : text(content, field).filter(Scalars::isSlug);
    }

    private static Optional<String> text(ObjectNode content, String field) {
        return Optional.ofNullable(content.get(field)).filter(JsonNode::isString).map(JsonNode::stringValue)
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty));
    }
}
