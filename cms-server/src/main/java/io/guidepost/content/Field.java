package io.guidepost.content;

import java.util.Optional;

/**
 * A field of a document type or of an embedded type.
 *
 * @param name as in the SDL
 * @param type what it holds
 * @param required whether it must be there when the document goes live
 * @param computed whether the server fills it in, so that nobody may write it
 * @param weak whether a reference does not bind
 * @param quizRole whether it names the role that the document's figures are about
 * @param rules bounds of its value
 * @param description what it means; empty if the SDL does not say
 */
public record Field(String name, FieldType type, boolean required, boolean computed, boolean weak, boolean quizRole,
        Rules rules, String description) {

    /**
     * Bounds of a value, each both ends included.
     *
     * @param text characters of a text
     * @param items items of a list
     * @param range a number
     */
    public record Rules(Optional<Bounds> text, Optional<Bounds> items, Optional<Bounds> range) {}

    /**
     * A lower and an upper bound.
     *
     * @param min negative infinity: none
     * @param max positive infinity: none
     */
    public record Bounds(double min, double max) {}
}
