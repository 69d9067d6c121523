package io.guidepost.content;

import java.util.List;

/** What a field holds. */
public sealed interface FieldType {

    /** A single value. */
    record Scalar(Kind kind) implements FieldType {}

    /** One of a few words. */
    record Enumeration(String name, List<String> values) implements FieldType {

        /** Copies the values. */
        public Enumeration {
            values = List.copyOf(values);
        }
    }

    /** Markdown with figures and citations. */
    record Rich() implements FieldType {}

    /** An object that belongs to the document, with fields of its own. */
    record Embedded(String name, List<Field> fields) implements FieldType {

        /** Copies the fields. */
        public Embedded {
            fields = List.copyOf(fields);
        }
    }

    /** Another document, by its id. */
    record ReferenceTo(String type) implements FieldType {}

    /** Any number of items of one type. */
    record ListOf(FieldType item) implements FieldType {}

    /** The kinds of single values. */
    enum Kind {
        /** A text. */
        STRING,
        /** A whole number of 32 bits. */
        INT,
        /** A number. */
        FLOAT,
        /** Yes or no. */
        BOOLEAN,
        /** Lower-case words joined by hyphens. */
        SLUG,
        /** A calendar date. */
        DATE,
        /** An instant. */
        DATE_TIME,
        /** An absolute http or https address. */
        URL
    }
}
