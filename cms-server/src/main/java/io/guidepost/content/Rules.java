package io.guidepost.content;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is asked of a field's values beyond their type.
 *
 * @param text how long each text is
 * @param items how many items the list has
 * @param range the bounds of the number
 * @param notBelow the field beside it whose number is the low end of a span that this number is the high end of
 * @param currency whether the text is the code of a currency
 * @param unique whether no two live documents of the type share the value
 * @param namedIn the field beside it whose document's title must name what the text names
 * @param states what the number states, so that texts can be held against it
 */
public record Rules(Optional<Length> text, Optional<Items> items, Optional<Range> range,
        Optional<String> notBelow, boolean currency, boolean unique, Optional<String> namedIn,
        Optional<Statement> states) {

    static final Rules NONE = new Rules(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            false, false, Optional.empty(), Optional.empty());

    /** What a number counts. */
    public enum Unit {
        MONTHS, PERCENT, MONEY
    }

    /**
     * What a number states. Numbers of one object that state the same are the ends of a span.
     *
     * @param unit what it counts
     * @param about the words by which a text that speaks of it is known; none: whatever a text says in the unit
     */
    public record Statement(Unit unit, List<String> about) {
        public Statement {
            about = List.copyOf(about);
        }
    }

    /** Numbers of characters (Unicode code points), both included, white space at the ends of the text aside. */
    public record Length(int min, int max) {}

    /** Numbers of items, both included. */
    public record Items(int min, OptionalInt max) {}

    /** Bounds of a number, both included. */
    public record Range(OptionalDouble min, OptionalDouble max) {}
}
