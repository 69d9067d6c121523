package io.guidepost.content;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the rule directives of one field, and checks that they suit its type. */
final class RuleReader {

    private final String place;
    private final GraphQLFieldDefinition definition;
    private final FieldType type;
    private final FieldType item;
    private final List<String> faults;

    RuleReader(String place, GraphQLFieldDefinition definition, FieldType type, List<String> faults) {
        this.place = place;
        this.definition = definition;
        this.type = type;
        this.item = type instanceof FieldType.ListOf list ? list.item() : type;
        this.faults = faults;
    }

    Rules read(boolean ofDocument, boolean computed) {
        if (computed) {
            for (var name : List.of("text", "items", "range", "notBelow", "currency", "unique", "weak", "quizRole",
                    "namedIn", "states")) {
                suits(name, !has(name), "belongs on fields that are written, not on computed ones");
            }
            return Rules.NONE;
        }
        suits("weak", item instanceof FieldType.Reference, "belongs on references to documents");
        suits("currency", type.equals(new FieldType.Scalar(ScalarKind.STRING)), "belongs on single texts");
        suits("unique", ofDocument && type instanceof FieldType.Scalar,
                "belongs on single values of a document itself");
        suits("quizRole", ofDocument && type.equals(new FieldType.Scalar(ScalarKind.SLUG)),
                "belongs on a Slug of a document itself");
        return new Rules(text(), items(), range(), notBelow(), has("currency"), has("unique"), namedIn(), states());
    }

    private Optional<Rules.Length> text() {
        suits("text", item instanceof FieldType.RichText || item.equals(new FieldType.Scalar(ScalarKind.STRING)),
                "belongs on texts");
        return directive("text").map(directive -> {
            int min = integer(directive, "min").orElse(1);
            int max = integer(directive, "max").orElse(Markdown.MAX_LENGTH);
            ordered("text", min, max);
            return new Rules.Length(min, max);
        });
    }

    private Optional<Rules.Items> items() {
        suits("items", type instanceof FieldType.ListOf, "belongs on lists");
        return directive("items").map(directive -> {
            int min = integer(directive, "min").orElse(0);
            var max = integer(directive, "max");
            ordered("items", min, max.orElse(Integer.MAX_VALUE));
            return new Rules.Items(min, max);
        });
    }

    private Optional<Rules.Range> range() {
        suits("range", item.isNumber(), "belongs on numbers");
        return directive("range").map(directive -> {
            var min = number(directive, "min");
            var max = number(directive, "max");
            if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
                faults.add(place + ": the minimum of @range is above its maximum.");
            }
            return new Rules.Range(min, max);
        });
    }

    private Optional<String> notBelow() {
        suits("notBelow", type.isNumber(), "belongs on single numbers");
        return directive("notBelow").map(directive -> String.valueOf(value(directive, "field")));
    }

    private Optional<String> namedIn() {
        suits("namedIn", type.equals(new FieldType.Scalar(ScalarKind.STRING)), "belongs on single texts");
        return directive("namedIn").map(directive -> String.valueOf(value(directive, "field")));
    }

    private Optional<Rules.Statement> states() {
        suits("states", type.isNumber(), "belongs on single numbers");
        return directive("states").flatMap(directive -> {
            var name = String.valueOf(value(directive, "unit"));
            var unit = Arrays.stream(Rules.Unit.values()).filter(known -> known.name().equals(name)).findFirst();
            if (unit.isEmpty()) {
                faults.add(place + ": @states counts one of " + Arrays.toString(Rules.Unit.values()) + ", not " + name
                        + ".");
            }
            var about = value(directive, "about") instanceof List<?> words
                    ? words.stream().map(String::valueOf).toList()
                    : List.<String>of();
            return unit.map(known -> new Rules.Statement(known, about));
        });
    }

    private void ordered(String name, int min, int max) {
        if (min < 0 || min > max) {
            faults.add(place + ": the minimum of @" + name + " is below 0 or above its maximum.");
        }
    }

    private void suits(String name, boolean suitable, String why) {
        if (has(name) && !suitable) {
            faults.add(place + ": @" + name + " " + why + ".");
        }
    }

    private boolean has(String name) {
        return definition.hasAppliedDirective(name);
    }

    private Optional<GraphQLAppliedDirective> directive(String name) {
        return Optional.ofNullable(definition.getAppliedDirective(name));
    }

    private static OptionalInt integer(GraphQLAppliedDirective directive, String name) {
        return value(directive, name) instanceof Number number
                ? OptionalInt.of(number.intValue())
                : OptionalInt.empty();
    }

    private static OptionalDouble number(GraphQLAppliedDirective directive, String name) {
        return value(directive, name) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    private static @Nullable Object value(GraphQLAppliedDirective directive, String name) {
        return directive.getArgument(name).getValue();
    }
}
