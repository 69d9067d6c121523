package io.guidepost.work;

import io.guidepost.checks.Checks;
import io.guidepost.content.ContentModel;
import io.guidepost.editorial.Workflow;
import io.guidepost.security.PersonId;
import io.guidepost.web.MalformedQueryException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is asked for in the parameters of a request; what means nothing is refused with what would. */
@Component
class WorkReading {

    private static final int LONGEST_TEXT = 10_000;

    private final ContentModel model;
    private final Set<String> problems;

    WorkReading(ContentModel model, Checks checks) {
        this.model = model;
        Set<String> known = new LinkedHashSet<>(List.of("any", "none", WorkEntries.UNKNOWN_TYPE));
        known.addAll(new TreeSet<>(checks.codes().keySet()));
        known.removeAll(Checks.SITE_WIDE);
        this.problems = Collections.unmodifiableSet(known);
    }

    Set<String> types(@Nullable List<String> names) {
        Set<String> types = new HashSet<>();
        all(names).forEach(name -> types.add(model.type(name).name()));
        return types;
    }

    Set<String> states(@Nullable List<String> names) {
        Set<String> states = new HashSet<>(all(names));
        if (!Workflow.STATES.containsAll(states)) {
            throw new MalformedQueryException("“state” must be one of " + String.join(", ", Workflow.STATES) + ".");
        }
        return states;
    }

    Set<LiveState> live(@Nullable List<String> keys) {
        return all(keys).stream().map(key -> one("live", key, LiveState::ofKey, LiveState.values(), LiveState::key))
                .collect(Collectors.toSet());
    }

    @Nullable
    PersonId person(@Nullable String id) {
        if (id == null) {
            return null;
        }
        try {
            return new PersonId(id);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedQueryException("“person” must be the id of a person.");
        }
    }

    List<Involvement> as(@Nullable String key, @Nullable PersonId person) {
        if (key == null) {
            return Involvement.all();
        }
        if (person == null) {
            throw new MalformedQueryException("“as” needs a “person”.");
        }
        return List.of(one("as", key, Involvement::ofKey, Involvement.values(), Involvement::key));
    }

    @Nullable
    Instant instant(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text);
            long _ = instant.toEpochMilli();
            return instant;
        } catch (DateTimeException | ArithmeticException malformed) {
            throw new MalformedQueryException("“" + name + "” must be an instant such as 2026-02-28T09:30:00Z.");
        }
    }

    String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (text.length() > LONGEST_TEXT) {
            throw new MalformedQueryException("“text” may have " + LONGEST_TEXT + " characters at most.");
        }
        if (text.indexOf('\0') >= 0) {
            throw new MalformedQueryException("“text” must not hold a NUL character.");
        }
        return text.strip();
    }

    @Nullable
    String problem(@Nullable String code) {
        if (code != null && Checks.SITE_WIDE.contains(code)) {
            throw new MalformedQueryException("“" + code
                    + "” lies between documents and cannot be searched by: checks and releases tell it.");
        }
        if (code != null && !problems.contains(code)) {
            throw new MalformedQueryException(
                    "“problem” must be one of " + String.join(", ", problems) + ".");
        }
        return code;
    }

    WorkOrder order(@Nullable String key, String text) {
        if (key == null) {
            return text.isEmpty() ? WorkOrder.CHANGED : WorkOrder.RELEVANCE;
        }
        WorkOrder order = WorkOrder.ofKey(key).orElseThrow(() -> new MalformedQueryException(
                "“sort” must be one of changed, created, title and relevance."));
        if (order == WorkOrder.RELEVANCE && text.isEmpty()) {
            throw new MalformedQueryException("“sort=relevance” needs a “text”.");
        }
        return order;
    }

    boolean ascending(@Nullable String direction, WorkOrder order) {
        if (direction == null) {
            return order == WorkOrder.TITLE;
        }
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw new MalformedQueryException("“direction” must be asc or desc.");
        }
        if (order == WorkOrder.RELEVANCE && direction.equals("asc")) {
            throw new MalformedQueryException("What fits best comes first: “sort=relevance” has no “direction=asc”.");
        }
        return direction.equals("asc");
    }

    private static <T> T one(String name, String key, Function<String, Optional<T>> reading, T[] values,
            Function<T, String> writing) {
        return reading.apply(key).orElseThrow(() -> new MalformedQueryException("“" + name + "” must be one of "
                + Arrays.stream(values).map(writing).collect(Collectors.joining(", ")) + "."));
    }

    private static List<String> all(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
