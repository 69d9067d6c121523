package io.guidepost.comparison;

import io.guidepost.content.Pointers;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies operations to a content of its own, one after the other. */
final class Patching {

    private ObjectNode content;
    private final ObjectNode newest;
    private final Touched touched = new Touched();
    private final Extent.Budget budget;
    private int operation;

    /** Begins with a content, whose tests are made of the newest one wherever the patch itself has changed nothing. */
    Patching(ObjectNode content, ObjectNode newest) {
        this.content = content.deepCopy();
        this.newest = newest;
        this.budget = new Extent.Budget(content);
    }

    ObjectNode apply(List<Operation> operations) {
        for (operation = 0; operation < operations.size(); operation++) {
            apply(operations.get(operation));
            touched.add(operations.get(operation));
        }
        return content;
    }

    private void apply(Operation step) {
        switch (step) {
            case Operation.Add add -> add(add.path(), add.value().deepCopy());
            case Operation.Remove remove -> remove(remove.path());
            case Operation.Replace replace -> {
                find(replace.path());
                if (replace.path().isEmpty()) {
                    add("", replace.value().deepCopy());
                } else {
                    remove(replace.path());
                    add(replace.path(), replace.value().deepCopy());
                }
            }
            case Operation.Move move -> {
                JsonNode moved = find(move.from());
                if (!move.path().equals(move.from())) {
                    remove(move.from());
                    add(move.path(), moved);
                }
            }
            case Operation.Copy copy -> add(copy.path(), find(copy.from()).deepCopy());
            case Operation.Test test -> {
                JsonNode actual = touched.has(test.path())
                        ? find(test.path())
                        : found(test.path(), Pointers.find(newest, test.path()));
                if (!actual.equals(Patching::compare, test.value())) {
                    throw new FailedTestException(operation, test.path(), test.value(), actual);
                }
            }
        }
    }

    private void add(String path, JsonNode value) {
        List<String> segments = Pointers.segments(path);
        if (segments.isEmpty()) {
            if (!(value instanceof ObjectNode object)) {
                throw new MalformedPatchException(operation,
                        "puts something that is not an object in place of the content.");
            }
            content = object;
        } else {
            JsonNode parent = parent(path, segments);
            switch (parent) {
                case ObjectNode object -> object.set(segments.getLast(), value);
                case ArrayNode list -> list.insert(place(path, segments.getLast(), list), value);
                default -> throw new PathNotFoundException(operation, path);
            }
        }
        if (!budget.admits(value, segments, content)) {
            throw new PatchTooLargeException(operation, "makes the content longer than " + Extent.LONGEST
                    + " characters, or nests it deeper than " + Extent.DEEPEST + " levels.");
        }
    }

    private void remove(String path) {
        List<String> segments = Pointers.segments(path);
        if (segments.isEmpty()) {
            throw new MalformedPatchException(operation, "removes the whole content.");
        }
        find(path);
        switch (parent(path, segments)) {
            case ObjectNode object -> object.remove(segments.getLast());
            case ArrayNode list -> list.remove(Pointers.index(segments.getLast()).orElseThrow());
            default -> throw new PathNotFoundException(operation, path);
        }
    }

    private int place(String path, String segment, ArrayNode list) {
        if ("-".equals(segment)) {
            return list.size();
        }
        OptionalInt index = Pointers.index(segment);
        if (index.isEmpty() || index.getAsInt() > list.size()) {
            throw new PathNotFoundException(operation, path);
        }
        return index.getAsInt();
    }

    private JsonNode find(String path) {
        return found(path, Pointers.find(content, path));
    }

    private JsonNode parent(String path, List<String> segments) {
        @Nullable
        JsonNode parent = content;
        for (String segment : segments.subList(0, segments.size() - 1)) {
            parent = Pointers.child(found(path, parent), segment);
        }
        return found(path, parent);
    }

    private JsonNode found(String path, @Nullable JsonNode value) {
        if (value == null) {
            throw new PathNotFoundException(operation, path);
        }
        return value;
    }

    /** Numbers are equal by their value, however they are written. */
    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    }
}
