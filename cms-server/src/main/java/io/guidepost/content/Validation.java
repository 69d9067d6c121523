package io.guidepost.content;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges content by its type's fields and rules. */
final class Validation {

    /** More would help nobody, and hostile content could cause millions. */
    private static final int MAX_PROBLEMS = 1_000;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private final Stage stage;
    private final List<Problem> problems = new ArrayList<>();

    Validation(Stage stage) {
        this.stage = stage;
    }

    List<Problem> of(DocumentType type, ObjectNode content) {
        fields("", type.fields(), content);
        return List.copyOf(problems);
    }

    private void fields(String parent, List<Field> fields, JsonNode object) {
        for (var name : object.propertyNames()) {
            if (problems.size() >= MAX_PROBLEMS) {
                return;
            }
            var pointer = Pointers.child(parent, name);
            fields.stream().filter(field -> field.name().equals(name)).findFirst().ifPresentOrElse(field -> {
                if (field.computed()) {
                    add(pointer, "computed-field",
                            Words.quoted(name) + " is filled in by the server and cannot be written.");
                }
            }, () -> add(pointer, "unknown-field",
                    "There is no field called " + Words.quoted(name) + "." + suggestion(name, fields)));
        }
        for (var field : fields) {
            if (!field.computed()) {
                var pointer = Pointers.child(parent, field.name());
                field(pointer, field, object.get(field.name()));
                field.rules().notBelow().ifPresent(low -> span(pointer, field, object.get(field.name()), low,
                        object.get(low)));
            }
        }
    }

    private void span(String pointer, Field field, @Nullable JsonNode high, String lowField, @Nullable JsonNode low) {
        if (high != null && low != null && high.isNumber() && low.isNumber()
                && high.doubleValue() < low.doubleValue()) {
            publishing(pointer, "reversed-range", "%s is %s, which is below %s, %s: correct one of them.".formatted(
                    Words.quoted(field.name()), high, Words.quoted(lowField), low));
        }
    }

    private static String suggestion(String name, List<Field> fields) {
        var authored = fields.stream().filter(field -> !field.computed()).map(Field::name).toList();
        return Words.closest(name, authored).map(closest -> " Did you mean " + Words.quoted(closest) + "?").orElse("");
    }

    private void field(String pointer, Field field, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            if (field.required()) {
                publishing(pointer, "required", Words.quoted(field.name()) + " is missing.");
            }
            return;
        }
        value(pointer, field, field.type(), value);
    }

    private void value(String pointer, Field field, FieldType type, JsonNode value) {
        if (problems.size() >= MAX_PROBLEMS) {
            return;
        }
        switch (type) {
            case FieldType.Scalar scalar -> {
                if (sound(Scalars.problem(pointer, scalar.kind(), value))) {
                    scalarRules(pointer, field, scalar.kind(), value);
                }
            }
            case FieldType.RichText richText -> richText(pointer, field, value);
            case FieldType.Enumeration enumeration -> enumeration(pointer, enumeration.values(), value);
            case FieldType.Reference reference -> sound(Scalars.reference(pointer, value));
            case FieldType.Embedded embedded -> {
                if (value.isObject()) {
                    fields(pointer, embedded.fields(), value);
                } else {
                    sound(Scalars.wrong(pointer, "an object with the fields of " + embedded.name()));
                }
            }
            case FieldType.ListOf list -> list(pointer, field, list.item(), value);
        }
    }

    private void scalarRules(String pointer, Field field, ScalarKind kind, JsonNode value) {
        switch (kind) {
            case STRING, ID -> {
                text(pointer, field, value.stringValue());
                if (field.rules().currency()) {
                    currency(pointer, value.stringValue());
                }
            }
            case INT, FLOAT -> field.rules().range().ifPresent(range -> range(pointer, range, value));
            case BOOLEAN, SLUG, DATE, DATE_TIME, URL -> {}
        }
    }

    private void richText(String pointer, Field field, JsonNode value) {
        if (sound(Scalars.text(pointer, value))) {
            var found = Markdown.parse(value.stringValue()).problems(pointer);
            found.forEach(problem -> add(problem.pointer(), problem.code(), problem.message()));
            if (value.stringValue().length() <= Markdown.MAX_LENGTH) {
                text(pointer, field, value.stringValue());
            }
        }
    }

    private void text(String pointer, Field field, String text) {
        if (text.length() > Markdown.MAX_LENGTH) {
            add(pointer, "too-long", "The text has more than 100,000 characters.");
            return;
        }
        var stripped = text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length == 0) {
            if (field.required()) {
                publishing(pointer, "required", Words.quoted(field.name()) + " is empty.");
            } else {
                publishing(pointer, "blank",
                        Words.quoted(field.name()) + " is empty: write something, or leave the field out.");
            }
            return;
        }
        field.rules().text().ifPresent(rule -> {
            if (length < rule.min()) {
                publishing(pointer, "too-short",
                        "This has " + characters(length) + ", but needs at least " + rule.min() + ".");
            } else if (length > rule.max()) {
                publishing(pointer, "too-long",
                        "This has " + characters(length) + ", but may have at most " + rule.max() + ".");
            }
        });
    }

    private void currency(String pointer, String text) {
        if (!text.isBlank() && !CURRENCIES.contains(text)) {
            publishing(pointer, "unknown-currency", Words.quoted(text)
                    + " is not the code of a currency: write three capital letters of ISO 4217, such as USD.");
        }
    }

    private static String characters(int length) {
        return length == 1 ? "1 character" : length + " characters";
    }

    private void range(String pointer, Rules.Range range, JsonNode value) {
        range.min().ifPresent(min -> {
            if (value.doubleValue() < min) {
                publishing(pointer, "too-small", "This must be at least " + JsonSchemas.number(min) + ".");
            }
        });
        range.max().ifPresent(max -> {
            if (value.doubleValue() > max) {
                publishing(pointer, "too-large", "This must be at most " + JsonSchemas.number(max) + ".");
            }
        });
    }

    private void enumeration(String pointer, List<String> values, JsonNode value) {
        if (!value.isString()) {
            sound(Scalars.wrong(pointer, "one of " + String.join(", ", values)));
        } else if (!values.contains(value.stringValue())) {
            add(pointer, "unknown-value",
                    Words.quoted(value.stringValue()) + " is none of " + String.join(", ", values) + ".");
        }
    }

    private void list(String pointer, Field field, FieldType item, JsonNode value) {
        if (!value.isArray()) {
            add(pointer, "not-a-list", "This must be a list.");
            return;
        }
        field.rules().items().ifPresent(rule -> items(pointer, rule, value.size()));
        var seen = new HashMap<String, Integer>();
        for (int i = 0; i < value.size(); i++) {
            var child = Pointers.child(pointer, i);
            value(child, field, item, value.get(i));
            int place = i;
            identity(value.get(i)).map(identity -> seen.putIfAbsent(identity, place))
                    .ifPresent(first -> publishing(child, "duplicate-item", duplicate(item, value.get(place), first)));
        }
    }

    /** What is the same of equal items; empty for numbers and the like, which a list may well repeat. */
    private static Optional<String> identity(JsonNode item) {
        return item instanceof ObjectNode object
                ? Optional.of(ContentHash.of(object))
                : Optional.of(item).filter(JsonNode::isString).map(JsonNode::stringValue).map(String::strip);
    }

    private static String duplicate(FieldType item, JsonNode value, int first) {
        return item instanceof FieldType.Reference
                ? "The list already refers to " + Words.quoted(value.stringValue("")) + ": take one out."
                : "This is the same as item " + (first + 1) + " of the list: take one out.";
    }

    private void items(String pointer, Rules.Items rule, int size) {
        if (size < rule.min()) {
            publishing(pointer, "too-few-items", "The list has " + size + " of at least " + rule.min() + " items.");
        }
        rule.max().ifPresent(max -> {
            if (size > max) {
                publishing(pointer, "too-many-items",
                        "The list has " + size + " items, but may have at most " + max + ".");
            }
        });
    }

    private boolean sound(Optional<Problem> problem) {
        problem.ifPresent(found -> add(found.pointer(), found.code(), found.message()));
        return problem.isEmpty();
    }

    private void publishing(String pointer, String code, String message) {
        if (stage == Stage.PUBLISH) {
            add(pointer, code, message);
        }
    }

    private void add(String pointer, String code, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(pointer, code, message));
        }
    }
}
