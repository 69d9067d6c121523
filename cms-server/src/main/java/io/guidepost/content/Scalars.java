package io.guidepost.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the values of scalar fields look like. */
final class Scalars {

    static final String SLUG_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";
    static final int SHORTEST_SLUG = 3;
    static final int LONGEST_SLUG = 80;
    static final int LONGEST_URL = 2_000;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern DATE_TIME = Pattern
            .compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");

    private Scalars() {}

    /** Why the value is none of the kind, as a problem at the pointer. */
    static Optional<Problem> problem(String pointer, ScalarKind kind, JsonNode value) {
        return switch (kind) {
            case STRING, ID -> text(pointer, value);
            case INT -> isInt(value) ? Optional.empty() : wrong(pointer, "a whole number");
            case FLOAT -> isFloat(value) ? Optional.empty() : wrong(pointer, "a number");
            case BOOLEAN -> value.isBoolean() ? Optional.empty() : wrong(pointer, "either true or false");
            case SLUG -> formatted(pointer, value, isSlug(value.stringValue("")), "malformed-slug",
                    "A slug is lower-case words joined by hyphens, 3 to 80 characters, such as ai-specialist.");
            case DATE -> formatted(pointer, value, isDate(value.stringValue("")), "malformed-date",
                    "A date is written like 2026-02-28.");
            case DATE_TIME -> formatted(pointer, value, isDateTime(value.stringValue("")), "malformed-date-time",
                    "An instant is written in UTC, like 2026-02-28T09:30:00Z.");
            case URL -> formatted(pointer, value, isUrl(value.stringValue("")), "malformed-url",
                    "An address starts with https:// or http:// and a host, and has at most 2,000 characters.");
        };
    }

    static Optional<Problem> reference(String pointer, JsonNode value) {
        return formatted(pointer, value, isSlug(value.stringValue("")), "malformed-reference",
                "A reference is the id of a document: lower-case words joined by hyphens, such as faq-what-it-pays.");
    }

    /** Text that can be stored and shown: no control characters but line breaks and tabs, no halves of characters. */
    static Optional<Problem> text(String pointer, JsonNode value) {
        if (!value.isString()) {
            return wrong(pointer, "a text");
        }
        if (value.stringValue().codePoints().anyMatch(Scalars::isUnprintable)) {
            return Optional.of(new Problem(pointer, "unprintable",
                    "The text holds a control character or half a character, which cannot be shown."));
        }
        return Optional.empty();
    }

    static boolean isSlug(String text) {
        return text.length() >= SHORTEST_SLUG && text.length() <= LONGEST_SLUG && Words.isSlug(text);
    }

    private static Optional<Problem> formatted(String pointer, JsonNode value, boolean wellFormed, String code,
            String message) {
        if (!value.isString()) {
            return wrong(pointer, "a text");
        }
        return wellFormed ? Optional.empty() : Optional.of(new Problem(pointer, code, message));
    }

    static Optional<Problem> wrong(String pointer, String expected) {
        return Optional.of(new Problem(pointer, "wrong-type", "This must be " + expected + "."));
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE
                || (Character.isISOControl(codePoint) && "\n\r\t".indexOf(codePoint) < 0);
    }

    private static boolean isInt(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt();
    }

    private static boolean isFloat(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.asDouble(Double.NaN));
    }

    private static boolean isDate(String text) {
        return DATE.matcher(text).matches() && parses(() -> LocalDate.parse(text));
    }

    private static boolean isDateTime(String text) {
        return DATE_TIME.matcher(text).matches() && parses(() -> Instant.parse(text));
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isUrl(String text) {
        if (text.length() > LONGEST_URL) {
            return false;
        }
        try {
            var uri = new URI(text);
            return isHttp(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isHttp(@Nullable String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }
}
