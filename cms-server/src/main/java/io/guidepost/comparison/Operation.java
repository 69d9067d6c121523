package io.guidepost.comparison;

import io.guidepost.content.Pointers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One step of a JSON patch. Members that a step does not need are passed over, as RFC 6902 has it. */
sealed interface Operation {

    int MOST = 1_000;

    /** The place that it is about, as a JSON pointer. */
    String path();

    record Add(String path, JsonNode value) implements Operation {}

    record Remove(String path) implements Operation {}

    record Replace(String path, JsonNode value) implements Operation {}

    record Move(String path, String from) implements Operation {}

    record Copy(String path, String from) implements Operation {}

    record Test(String path, JsonNode value) implements Operation {}

    static List<Operation> all(JsonNode patch) {
        if (!patch.isArray()) {
            throw new MalformedPatchException(-1, "is not a list of operations.");
        }
        if (patch.size() > MOST) {
            throw new PatchTooLargeException(-1, "has " + patch.size() + " of at most " + MOST + " operations.");
        }
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < patch.size(); i++) {
            operations.add(new Reader(i, patch.get(i)).read());
        }
        return operations;
    }

    /** Reads one operation. */
    record Reader(int index, JsonNode operation) {

        Operation read() {
            if (!operation.isObject()) {
                throw malformed("is not an object.");
            }
            String name = text("op");
            return switch (name) {
                case "add" -> new Add(pointer("path"), value());
                case "remove" -> new Remove(pointer("path"));
                case "replace" -> new Replace(pointer("path"), value());
                case "move" -> move(pointer("path"), pointer("from"));
                case "copy" -> new Copy(pointer("path"), pointer("from"));
                case "test" -> new Test(pointer("path"), value());
                default -> throw malformed("has an “op” that is none of add, remove, replace, move, copy, test.");
            };
        }

        private Operation move(String path, String from) {
            if (path.startsWith(from + "/")) {
                throw malformed("moves a value into itself.");
            }
            return new Move(path, from);
        }

        private String pointer(String member) {
            String pointer = text(member);
            if (!Pointers.wellFormed(pointer)) {
                throw malformed("has a “" + member
                        + "” that is no JSON pointer: it is empty, or starts with “/”, and has “~” only in “~0” and “~1”.");
            }
            return pointer;
        }

        private String text(String member) {
            JsonNode text = operation.get(member);
            if (text == null || !text.isString()) {
                throw malformed("has no text as its “" + member + "”.");
            }
            return text.stringValue();
        }

        private JsonNode value() {
            @Nullable
            JsonNode value = operation.get("value");
            if (value == null) {
                throw malformed("has no “value”.");
            }
            return value;
        }

        private MalformedPatchException malformed(String why) {
            return new MalformedPatchException(index, why);
        }
    }
}
