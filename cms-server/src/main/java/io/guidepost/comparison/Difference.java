package io.guidepost.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One thing that is different in two contents. In JSON, {@code kind} says which of these it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "kind")
@JsonPropertyOrder("kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Difference.FieldSet.class, name = "field-set"),
    @JsonSubTypes.Type(value = Difference.FieldRemoved.class, name = "field-removed"),
    @JsonSubTypes.Type(value = Difference.FieldChanged.class, name = "field-changed"),
    @JsonSubTypes.Type(value = Difference.TextChanged.class, name = "text-changed"),
    @JsonSubTypes.Type(value = Difference.ItemAdded.class, name = "item-added"),
    @JsonSubTypes.Type(value = Difference.ItemRemoved.class, name = "item-removed"),
    @JsonSubTypes.Type(value = Difference.ItemMoved.class, name = "item-moved")})
public sealed interface Difference {

    /** Where it was: a JSON pointer into the content before. For what was not there, the object or list that got it. */
    String before();

    /** Where it is: a JSON pointer into the content after. For what is not there any more, the object or list that lost it. */
    String after();

    /** Where, in an editor's words: {@code Skills › 3 “Prompt design” › Description}. List items are counted from 1. */
    String label();

    /** Which difference it is, in JSON. */
    @JsonProperty("kind")
    default String kind() {
        return switch (this) {
            case FieldSet _ -> "field-set";
            case FieldRemoved _ -> "field-removed";
            case FieldChanged _ -> "field-changed";
            case TextChanged _ -> "text-changed";
            case ItemAdded _ -> "item-added";
            case ItemRemoved _ -> "item-removed";
            case ItemMoved _ -> "item-moved";
        };
    }

    /** A field that had no value has one. */
    record FieldSet(String before, String after, String label, JsonNode newValue) implements Difference {}

    /** A field that had a value has none. */
    record FieldRemoved(String before, String after, String label, JsonNode oldValue) implements Difference {}

    /** A field has another value. */
    record FieldChanged(String before, String after, String label, JsonNode oldValue,
            JsonNode newValue) implements Difference {}

    /**
     * A text has other words.
     *
     * @param runs both texts in one: equal and deleted runs make the text before, equal and inserted ones that after
     */
    record TextChanged(String before, String after, String label, List<WordRun> runs) implements Difference {
        public TextChanged {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A list has one more item.
     *
     * @param to its index in the list after, from 0
     */
    record ItemAdded(String before, String after, String label, int to, JsonNode newValue) implements Difference {}

    /**
     * A list has an item less.
     *
     * @param from its index in the list before, from 0
     */
    record ItemRemoved(String before, String after, String label, int from,
            JsonNode oldValue) implements Difference {}

    /**
     * An item of a list has passed others. Items that only gave way, or whose index changed because others came or went, did not move.
     *
     * @param from its index in the list before, from 0
     * @param to its index in the list after, from 0
     */
    record ItemMoved(String before, String after, String label, int from, int to) implements Difference {}
}
