package io.guidepost.delivery.field;

import graphql.schema.GraphQLScalarType;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** The scalars of the schema files. */
final class ScalarTypes {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private ScalarTypes() {}

    static List<GraphQLScalarType> all() {
        return List.of(
                scalar("Slug", "lower-case words joined by hyphens, 3 to 80 characters", ScalarTypes::slug),
                scalar("Date", "a calendar date, 2026-02-28", ScalarTypes::date),
                scalar("DateTime", "an instant in UTC, 2026-02-28T09:30:00Z", ScalarTypes::instant),
                scalar("Url", "an absolute http or https address", ScalarTypes::url));
    }

    private static GraphQLScalarType scalar(String name, String form, TextCoercing.Parsing parsing) {
        return GraphQLScalarType.newScalar().name(name).coercing(new TextCoercing(name, form, parsing)).build();
    }

    private static Object slug(String text) {
        if (text.length() < 3 || text.length() > 80 || !SLUG.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static Object date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static Object instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static Object url(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
                throw new IllegalArgumentException();
            }
            return text;
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
