package io.guidepost.comparison;

import io.guidepost.content.FieldType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Names places in content as an editor would. */
final class Labels {

    private static final int LONGEST_KEY = 40;

    private Labels() {}

    /** {@code whatTheyDo} as “What they do”, below its parent. */
    static String field(String parent, String name) {
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        String label = words.isEmpty()
                ? "“”"
                : words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + words.substring(words.offsetByCodePoints(0, 1));
        return parent.isEmpty() ? label : parent + " › " + label;
    }

    /** {@code 3 “Prompt design”}, below its list. */
    static String item(String list, int index, @Nullable FieldType type, JsonNode item) {
        String numbered = list + " › " + (index + 1);
        return Likeness.key(type, item).map(key -> numbered + " “" + shortened(key) + "”").orElse(numbered);
    }

    private static String shortened(String key) {
        return key.codePointCount(0, key.length()) <= LONGEST_KEY
                ? key
                : key.substring(0, key.offsetByCodePoints(0, LONGEST_KEY)).strip() + "…";
    }
}
