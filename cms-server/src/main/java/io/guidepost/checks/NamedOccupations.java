package io.guidepost.checks;

import io.guidepost.content.Field;
import io.guidepost.content.FieldType;
import io.guidepost.content.Pointers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A text marked {@code @namedIn} that names what the title of the document beside it does not: an outlook of another occupation than its source's. */
final class NamedOccupations implements Check {

    private static final String CODE = "occupation-mismatch";
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    @Override
    public Map<String, Severity> codes() {
        return Map.of(CODE, Severity.WARNING);
    }

    @Override
    public void look(Subject subject, Report report) {
        object(subject, "", subject.type().fields(), subject.content(), report);
    }

    private static void object(Subject subject, String pointer, List<Field> fields, JsonNode object, Report report) {
        for (var field : fields) {
            var value = object.get(field.name());
            if (value != null && !field.computed()) {
                var place = Pointers.child(pointer, field.name());
                field.rules().namedIn().ifPresent(
                        other -> compare(subject, place, value.stringValue(""), object.get(other), report));
                within(subject, place, field.type(), value, report);
            }
        }
    }

    private static void within(Subject subject, String pointer, FieldType type, JsonNode value, Report report) {
        if (type instanceof FieldType.Embedded embedded && value.isObject()) {
            object(subject, pointer, embedded.fields(), value, report);
        } else if (type instanceof FieldType.ListOf list && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                within(subject, Pointers.child(pointer, i), list.item(), value.get(i), report);
            }
        }
    }

    private static void compare(Subject subject, String pointer, String named, @Nullable JsonNode reference,
            Report report) {
        if (reference == null || named.isBlank()) {
            return;
        }
        subject.around().byId(reference.stringValue(""))
                .filter(source -> !words(source.title()).containsAll(words(named)))
                .ifPresent(source -> report.add(CODE, pointer,
                        "“%s” is not what “%s” is about: refer to the source of this figure, or name the occupation that the figure is for."
                                .formatted(named, source.title())));
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ENGLISH)).results()
                .map(word -> word.group().replaceFirst("s$", ""))
                .filter(word -> !word.equals("and") && !word.equals("the"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
