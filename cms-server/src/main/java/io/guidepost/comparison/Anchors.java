package io.guidepost.comparison;

import io.guidepost.content.DocumentType;
import io.guidepost.content.FieldType;
import io.guidepost.content.Pointers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps anchors at their places when contents change. */
public final class Anchors {

    private Anchors() {}

    /**
     * Where an anchored place is after an edit. Items of lists are followed as {@link Comparison} sees them move.
     *
     * @param before a content that the anchor has no {@linkplain #problem problem} in
     * @return the place in the content after; empty if it is gone, or if its quoted text was changed
     */
    public static Optional<Anchor> follow(DocumentType type, Anchor anchor, ObjectNode before, ObjectNode after) {
        if (problem(anchor, before).isPresent()) {
            return Optional.empty();
        }
        FieldType shape = Shapes.of(type);
        return follow(shape, Pointers.segments(anchor.pointer()), before, after).flatMap(pointer -> {
            TextRange range = anchor.range();
            if (range == null) {
                return Optional.of(new Anchor(pointer, null));
            }
            return follow(range, Pointers.find(before, anchor.pointer()), Pointers.find(after, pointer))
                    .map(found -> new Anchor(pointer, found));
        });
    }

    /** Why the anchor names no place in the content, as a sentence; empty if it does. */
    public static Optional<String> problem(Anchor anchor, ObjectNode content) {
        if (!Pointers.wellFormed(anchor.pointer())) {
            return Optional.of("The pointer is no JSON pointer: it is empty, or starts with “/”.");
        }
        JsonNode place = Pointers.find(content, anchor.pointer());
        if (place == null) {
            return Optional.of("There is nothing in the content that the pointer leads to.");
        }
        TextRange range = anchor.range();
        if (range == null) {
            return Optional.empty();
        }
        if (!place.isString()) {
            return Optional.of("The pointer leads to no text, so there cannot be a range of it.");
        }
        String text = place.stringValue();
        if (range.end() > text.length()) {
            return Optional.of("The range ends at " + range.end() + ", and the text at " + text.length() + ".");
        }
        return text.startsWith(range.quote(), range.start())
                ? Optional.empty()
                : Optional.of("The quote is not what the text says there.");
    }

    private static Optional<String> follow(FieldType root, List<String> segments, JsonNode before, JsonNode after) {
        @Nullable
        FieldType type = root;
        JsonNode old = before;
        JsonNode now = after;
        String pointer = "";
        for (String segment : segments) {
            String next = next(type, segment, old, now);
            JsonNode child = next == null ? null : Pointers.child(now, next);
            JsonNode oldChild = Pointers.child(old, segment);
            if (next == null || child == null || oldChild == null) {
                return Optional.empty();
            }
            type = old.isArray() ? Shapes.item(type) : Shapes.field(type, segment);
            pointer = Pointers.child(pointer, next);
            old = oldChild;
            now = child;
        }
        return Optional.of(pointer);
    }

    /** The name or index after the edit of a child that has a name or index before. */
    private static @Nullable String next(@Nullable FieldType type, String segment, JsonNode before, JsonNode after) {
        if (before.isArray() && after.isArray()) {
            OptionalInt index = Pointers.index(segment);
            int place = index.isEmpty()
                    ? -1
                    : new ListMatching(Shapes.item(type), before, after).toAfter(index.getAsInt());
            return place < 0 ? null : String.valueOf(place);
        }
        return before.isObject() && after.isObject() ? segment : null;
    }

    private static Optional<TextRange> follow(TextRange range, @Nullable JsonNode before, @Nullable JsonNode after) {
        return before == null || after == null || !before.isString() || !after.isString()
                ? Optional.empty()
                : new RangeFollowing(before.stringValue(), after.stringValue()).follow(range);
    }
}
