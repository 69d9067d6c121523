package io.guidepost.content;

import java.util.List;

/** What values a field takes. */
public sealed interface FieldType {

    /** Whether each value is a single number. */
    default boolean isNumber() {
        return this instanceof Scalar(ScalarKind kind) && (kind == ScalarKind.INT || kind == ScalarKind.FLOAT);
    }

    /** A single value of a kind that GraphQL or the schema names. */
    record Scalar(ScalarKind kind) implements FieldType {}

    /**
     * One of a few names.
     *
     * @param name the enum's name in the schema
     * @param values the names, in the schema's order
     */
    record Enumeration(String name, List<String> values) implements FieldType {
        public Enumeration {
            values = List.copyOf(values);
        }
    }

    /** Markdown with figures and citations. */
    record RichText() implements FieldType {}

    /**
     * An object that lives in the document that holds it.
     *
     * @param name the object type's name in the schema
     * @param fields its fields; none for the type of a computed field, which content never holds
     */
    record Embedded(String name, List<Field> fields) implements FieldType {
        public Embedded {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Another document, named by its id.
     *
     * @param type the document type referred to
     */
    record Reference(String type) implements FieldType {}

    /**
     * Any number of values, none of them null.
     *
     * @param item what each value is; never a list
     */
    record ListOf(FieldType item) implements FieldType {}
}
