package io.guidepost.content;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is asked of a field's values beyond their type.
 *
 * @param text how long each text is
 * @param items how many items the list has
 * @param range the bounds of the number
 * @param unique whether no two live documents of the type share the value
 */
public record Rules(Optional<Length> text, Optional<Items> items, Optional<Range> range, boolean unique) {

    static final Rules NONE = new Rules(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** Numbers of characters (Unicode code points), both included, white space at the ends of the text aside. */
    public record Length(int min, int max) {}

    /** Numbers of items, both included. */
    public record Items(int min, OptionalInt max) {}

    /** Bounds of a number, both included. */
    public record Range(OptionalDouble min, OptionalDouble max) {}
}
