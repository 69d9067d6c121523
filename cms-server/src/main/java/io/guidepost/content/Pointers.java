package io.guidepost.content;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads and writes JSON pointers (RFC 6901). */
public final class Pointers {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern STRAY_TILDE = Pattern.compile("~(?![01])");

    private Pointers() {}

    /** Where a field of an object is, given where the object is. */
    public static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Where an item of a list is, counted from 0, given where the list is. */
    public static String child(String parent, int index) {
        return parent + "/" + index;
    }

    /** Whether the text is a pointer at all. */
    public static boolean wellFormed(String pointer) {
        return pointer.isEmpty() || (pointer.startsWith("/") && !STRAY_TILDE.matcher(pointer).find());
    }

    /** The names and indexes that a well-formed pointer is made of; none for the whole content. */
    public static List<String> segments(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(segment -> segment.replace("~1", "/").replace("~0", "~")).toList();
    }

    /** The place of a list that a segment names; none if it is no number in its shortest form. */
    public static OptionalInt index(String segment) {
        return INDEX.matcher(segment).matches() ? OptionalInt.of(Integer.parseInt(segment)) : OptionalInt.empty();
    }

    /** The value in an object or a list that a segment names. */
    public static @Nullable JsonNode child(JsonNode parent, String segment) {
        if (parent.isArray()) {
            OptionalInt index = index(segment);
            return index.isPresent() ? parent.get(index.getAsInt()) : null;
        }
        return parent.get(segment);
    }

    /** The value that a pointer leads to. */
    public static @Nullable JsonNode find(JsonNode root, String pointer) {
        if (!wellFormed(pointer)) {
            return null;
        }
        JsonNode found = root;
        for (String segment : segments(pointer)) {
            found = child(found, segment);
            if (found == null) {
                return null;
            }
        }
        return found;
    }
}
