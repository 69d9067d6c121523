package io.guidepost.content;

import io.guidepost.content.Field.Bounds;
import io.guidepost.content.FieldType.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Judges a content against the fields of its type and gathers every problem. */
final class Validation {

    static final int MAX_RICH_TEXT = 100_000;
    static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_TEXT = 10_000;
    private static final int MAX_LIST = 1_000;

    private final Stage stage;
    private final List<Problem> problems = new ArrayList<>();

    Validation(Stage stage) {
        this.stage = stage;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void object(String type, JsonNode object, List<Field> fields, String pointer) {
        object.properties().forEach(property -> {
            if (fields.stream().noneMatch(field -> field.name().equals(property.getKey()))) {
                report(pointer + "/" + escape(property.getKey()), "unknown-field", type + " has no field “"
                        + shorten(property.getKey()) + "”" + suggestion(property.getKey(), fields) + ".");
            }
        });
        for (Field field : fields) {
            field(object.path(field.name()), field, pointer + "/" + field.name());
        }
    }

    private void field(JsonNode value, Field field, String pointer) {
        boolean absent = value.isMissingNode() || value.isNull();
        if (field.computed()) {
            if (!absent) {
                report(pointer, "computed-field", "“" + field.name() + "” is filled in by the server; leave it out.");
            }
        } else if (absent) {
            if (field.required()) {
                reportAtPublish(pointer, "required", "“" + field.name() + "” is missing.");
            }
        } else {
            value(value, field, field.type(), pointer);
        }
    }

    private void value(JsonNode value, Field field, FieldType type, String pointer) {
        switch (type) {
            case FieldType.ListOf(FieldType item) -> list(value, field, item, pointer);
            case FieldType.Embedded(String name, List<Field> fields) -> {
                if (value.isObject()) {
                    object(name, value, fields, pointer);
                } else {
                    wrongType(pointer, field, "an object");
                }
            }
            case FieldType.Enumeration(_, List<String> values) -> {
                if (!value.isString() || !values.contains(value.stringValue())) {
                    report(pointer, "unknown-value",
                            "“" + field.name() + "” must be one of " + String.join(", ", values) + ".");
                }
            }
            case FieldType.Rich _ -> richText(value, field, pointer);
            case FieldType.ReferenceTo(String target) -> {
                if (!value.isString() || !SLUG.matcher(value.stringValue()).matches()) {
                    wrongType(pointer, field, "the id of a " + target);
                }
            }
            case FieldType.Scalar(Kind kind) -> scalar(value, field, kind, pointer);
        }
    }

    private void list(JsonNode value, Field field, FieldType item, String pointer) {
        if (!value.isArray()) {
            wrongType(pointer, field, "a list");
            return;
        }
        if (value.size() > MAX_LIST) {
            report(pointer, "too-many-items", "“" + field.name() + "” may have " + MAX_LIST + " items at most.");
            return;
        }
        field.rules().items().ifPresent(bounds -> {
            if (value.size() < bounds.min()) {
                reportAtPublish(pointer, "too-few-items", "“%s” needs at least %.0f items and has %d."
                        .formatted(field.name(), bounds.min(), value.size()));
            } else if (value.size() > bounds.max()) {
                reportAtPublish(pointer, "too-many-items", "“%s” may have %.0f items at most and has %d."
                        .formatted(field.name(), bounds.max(), value.size()));
            }
        });
        Set<JsonNode> seen = new HashSet<>();
        for (int index = 0; index < value.size(); index++) {
            JsonNode element = value.get(index);
            String at = pointer + "/" + index;
            if (element.isNull()) {
                report(at, "wrong-type", "An item of “" + field.name() + "” must not be null.");
            } else {
                value(element, field, item, at);
            }
            if (item instanceof FieldType.ReferenceTo && !seen.add(element)) {
                reportAtPublish(at, "duplicate-item",
                        "“" + field.name() + "” names " + shorten(element.asString()) + " twice.");
            }
        }
    }

    private void richText(JsonNode value, Field field, String pointer) {
        if (!value.isString()) {
            wrongType(pointer, field, "a text");
        } else if (value.stringValue().length() > MAX_RICH_TEXT) {
            report(pointer, "too-long", "“" + field.name() + "” may have " + MAX_RICH_TEXT + " characters at most.");
        } else if (!isText(value.stringValue())) {
            malformedText(pointer, field);
        } else {
            new Markdown(value.stringValue()).mistakes().forEach(
                    mistake -> report(pointer, mistake.code(), "In “" + field.name() + "”: " + mistake.message()));
            if (value.stringValue().isBlank() && field.required()) {
                reportAtPublish(pointer, "required", "“" + field.name() + "” is empty.");
            }
        }
    }

    private void scalar(JsonNode value, Field field, Kind kind, String pointer) {
        switch (kind) {
            case STRING -> text(value, field, pointer);
            case BOOLEAN -> expect(value.isBoolean(), pointer, field, "true or false");
            case INT -> number(value, field, pointer, value.isIntegralNumber() && value.canConvertToInt(),
                    "a whole number");
            case FLOAT -> number(value, field, pointer, isFinite(value), "a number");
            case SLUG -> {
                if (!value.isString() || value.stringValue().length() > 80 || value.stringValue().length() < 3
                        || !SLUG.matcher(value.stringValue()).matches()) {
                    report(pointer, "malformed-slug", "“" + field.name()
                            + "” must be lower-case words joined by hyphens, 3 to 80 characters, such as ai-specialist.");
                }
            }
            case DATE -> {
                if (!isDate(value)) {
                    report(pointer, "malformed-date", "“" + field.name() + "” must be a date such as 2026-02-28.");
                }
            }
            case DATE_TIME -> {
                if (!isInstant(value)) {
                    report(pointer, "malformed-date-time",
                            "“" + field.name() + "” must be an instant such as 2026-02-28T09:30:00Z.");
                }
            }
            case URL -> {
                if (!isUrl(value)) {
                    report(pointer, "malformed-url",
                            "“" + field.name() + "” must be an address such as https://example.org/page.");
                }
            }
        }
    }

    private void text(JsonNode value, Field field, String pointer) {
        if (!value.isString()) {
            wrongType(pointer, field, "a text");
            return;
        }
        if (!isText(value.stringValue())) {
            malformedText(pointer, field);
            return;
        }
        String text = value.stringValue().strip();
        if (text.length() > MAX_TEXT) {
            report(pointer, "too-long", "“" + field.name() + "” may have " + MAX_TEXT + " characters at most.");
            return;
        }
        int length = text.codePointCount(0, text.length());
        Bounds bounds = field.rules().text().orElse(new Bounds(field.required() ? 1 : 0, MAX_TEXT));
        if (length < bounds.min()) {
            reportAtPublish(pointer, length == 0 ? "required" : "too-short",
                    length == 0
                            ? "“" + field.name() + "” is empty."
                            : "“%s” needs at least %.0f characters and has %d.".formatted(field.name(), bounds.min(),
                                    length));
        } else if (length > bounds.max()) {
            reportAtPublish(pointer, "too-long", "“%s” may have %.0f characters at most and has %d."
                    .formatted(field.name(), bounds.max(), length));
        }
    }

    private void number(JsonNode value, Field field, String pointer, boolean fits, String expected) {
        expect(fits, pointer, field, expected);
        Optional<Bounds> range = field.rules().range();
        if (fits && range.isPresent()
                && (value.doubleValue() < range.get().min() || value.doubleValue() > range.get().max())) {
            reportAtPublish(pointer, "out-of-range", "“%s” must lie between %.0f and %.0f.".formatted(field.name(),
                    range.get().min(), range.get().max()));
        }
    }

    private void expect(boolean fits, String pointer, Field field, String expected) {
        if (!fits) {
            wrongType(pointer, field, expected);
        }
    }

    private void wrongType(String pointer, Field field, String expected) {
        report(pointer, "wrong-type", "“" + field.name() + "” must be " + expected + ".");
    }

    private void malformedText(String pointer, Field field) {
        report(pointer, "malformed-text", "“" + field.name() + "” holds a NUL or half of a surrogate pair.");
    }

    private void reportAtPublish(String pointer, String code, String message) {
        if (stage == Stage.PUBLISH) {
            report(pointer, code, message);
        }
    }

    private void report(String pointer, String code, String message) {
        problems.add(new Problem(pointer, code, message));
    }

    /** JSON can spell characters that no text can hold once it is stored and sent as UTF-8. */
    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }

    private static boolean isFinite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.asDouble(Double.NaN));
    }

    static boolean isDate(JsonNode value) {
        try {
            return value.isString() && value.stringValue().length() == 10
                    && LocalDate.parse(value.stringValue()).getYear() > 0;
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    private static boolean isInstant(JsonNode value) {
        try {
            return value.isString() && Instant.parse(value.stringValue()).isAfter(Instant.MIN);
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }

    static boolean isUrl(JsonNode value) {
        try {
            if (!value.isString() || value.stringValue().length() > 2_000) {
                return false;
            }
            URI uri = new URI(value.stringValue());
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static String suggestion(String name, List<Field> fields) {
        return fields.stream().filter(field -> !field.computed()).map(Field::name)
                .filter(known -> Distances.between(known, name) <= 2).min(
                        Comparator.comparingInt((String known) -> Distances.between(known, name)))
                .map(known -> "; did you mean “" + known + "”?").orElse("");
    }

    private static String escape(String name) {
        return shorten(name.replace("~", "~0").replace("/", "~1"));
    }

    private static String shorten(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
