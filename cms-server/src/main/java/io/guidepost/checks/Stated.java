package io.guidepost.checks;

import io.guidepost.content.Field;
import io.guidepost.content.FieldType;
import io.guidepost.content.Pointers;
import io.guidepost.content.Reference;
import io.guidepost.content.Rules;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the structured numbers of one object state.
 *
 * @param pointer the object, as a JSON pointer
 * @param unit what they count
 * @param about stems by which a text that speaks of it is known
 * @param low the number, or the low end of a span
 * @param high the same number, or the high end
 * @param currency the code of the currency that stands beside them; empty where there is none
 * @param sources the slugs of the sources that stand beside them
 * @param years the years that stand beside them
 */
record Stated(String pointer, TypedFigure.Unit unit, Set<String> about, double low, double high, String currency,
        Set<String> sources, Set<String> years) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    static List<Stated> in(Subject subject) {
        var found = new ArrayList<Stated>();
        new Walk(subject, found).object("", subject.type().fields(), subject.content(), "", Set.of());
        return found;
    }

    /** Whether a text that says this repeats the structured numbers, in full or one end of them. */
    boolean covers(TypedFigure figure) {
        return figure.unit() == unit && (figure.low() == low || figure.low() == high)
                && (figure.high() == low || figure.high() == high) && agrees(figure);
    }

    /** What the numbers state, in words: {@code 6 to 9 months}. */
    String text() {
        var numbers = low == high ? number(low) : number(low) + " to " + number(high);
        return switch (unit) {
            case MONTHS -> numbers + " months";
            case PERCENT -> numbers + " percent";
            case MONEY -> (numbers + " " + currency).strip();
            case COUNT -> numbers;
        };
    }

    private static String number(double number) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    boolean agrees(TypedFigure figure) {
        return figure.currency().isEmpty() || currency.isEmpty() || figure.currency().equals(currency);
    }

    private record Walk(Subject subject, List<Stated> found) {

        void object(String pointer, List<Field> fields, JsonNode object, String outerCurrency,
                Set<String> outerSources) {
            var currency = outerCurrency;
            var sources = new HashSet<>(outerSources);
            var years = new HashSet<String>();
            var numbers = new LinkedHashMap<Rules.Statement, List<Double>>();
            for (var field : fields) {
                var value = object.get(field.name());
                if (value == null || field.computed()) {
                    continue;
                }
                if (field.name().equals("currency") && CURRENCY.matcher(value.stringValue("")).matches()) {
                    currency = value.stringValue("");
                }
                if (field.type() instanceof FieldType.Reference reference && reference.type().equals(Reference.CITED)) {
                    subject.around().byId(value.stringValue("")).ifPresent(source -> sources.add(source.slug()));
                }
                if (value.isNumber()) {
                    if (value.isInt() && value.asInt() >= 1900 && value.asInt() <= 2100) {
                        years.add(value.asString());
                    }
                    field.rules().states().ifPresent(statement -> numbers
                            .computeIfAbsent(statement, _ -> new ArrayList<>()).add(value.doubleValue()));
                }
            }
            for (var entry : numbers.entrySet()) {
                found.add(stated(pointer, entry.getKey(), entry.getValue(), currency, sources, years));
            }
            for (var field : fields) {
                if (!field.computed()) {
                    within(Pointers.child(pointer, field.name()), field.type(), object.get(field.name()), currency,
                            sources);
                }
            }
        }

        private void within(String pointer, FieldType type, @Nullable JsonNode value, String currency,
                Set<String> sources) {
            if (value != null && value.isObject() && type instanceof FieldType.Embedded embedded) {
                object(pointer, embedded.fields(), value, currency, sources);
            } else if (value != null && value.isArray() && type instanceof FieldType.ListOf list) {
                for (int i = 0; i < value.size(); i++) {
                    within(Pointers.child(pointer, i), list.item(), value.get(i), currency, sources);
                }
            }
        }

        private static Stated stated(String pointer, Rules.Statement statement, List<Double> numbers, String currency,
                Set<String> sources, Set<String> years) {
            var unit = switch (statement.unit()) {
                case MONTHS -> TypedFigure.Unit.MONTHS;
                case PERCENT -> TypedFigure.Unit.PERCENT;
                case MONEY -> TypedFigure.Unit.MONEY;
            };
            return new Stated(pointer, unit,
                    statement.about().stream().map(English::stem).collect(Collectors.toSet()),
                    numbers.stream().min(Double::compare).orElse(0.0),
                    numbers.stream().max(Double::compare).orElse(0.0), currency, Set.copyOf(sources),
                    Set.copyOf(years));
        }
    }
}
