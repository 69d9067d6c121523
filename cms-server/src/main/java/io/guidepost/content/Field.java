package io.guidepost.content;

/**
 * A field of a document type or of an embedded type.
 *
 * @param name its name in the schema
 * @param type what values it takes
 * @param required whether published content must have it
 * @param rules what else is asked of published content
 * @param computed whether the server fills it in, so that no one writes it
 * @param weak whether a reference does not bind
 * @param description what the schema says about it; empty where it says nothing
 */
public record Field(String name, FieldType type, boolean required, Rules rules, boolean computed, boolean weak,
        String description) {}
