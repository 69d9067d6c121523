package io.guidepost.delivery.field;

import io.guidepost.delivery.edition.RefusedQueryException;
import java.util.Map;

/** Reads the arguments that fields have in common. */
final class Arguments {

    private static final int USUAL = 20;

    private Arguments() {}

    /**
     * How many items a field is asked for.
     *
     * @param most how many it gives at most
     * @throws RefusedQueryException if it is asked for none, or for more
     */
    static int first(Map<String, Object> arguments, int most) {
        if (!(arguments.get("first") instanceof Integer first)) {
            return Math.min(USUAL, most);
        }
        if (first < 1 || first > most) {
            throw new RefusedQueryException("`first` is a number from 1 to " + most + ", not " + first + ".");
        }
        return first;
    }
}
