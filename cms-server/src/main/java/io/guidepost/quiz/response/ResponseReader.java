package io.guidepost.quiz.response;

import io.guidepost.quiz.NoQuizException;
import io.guidepost.quiz.response.QuizKeys.Keys;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one response and refuses whatever the quiz that was taken does not ask, so that nothing a taker typed can be stored. */
final class ResponseReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> FIELDS = Set.of("id", "at", "country", "background", "roles", "answers",
            "quizVersion");
    private static final int LONGEST_ECHO = 60;
    /** A quiz whose clock is ahead by less is believed. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** No quiz is as old, and times much further back cannot be stored. */
    private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int PROBLEMS_SHOWN = 20;

    private final QuizKeys versions;
    private final Instant now;
    private final int line;
    private final List<ResponseProblem> problems = new ArrayList<>();

    private ResponseReader(QuizKeys versions, Instant now, int line) {
        this.versions = versions;
        this.now = now;
        this.line = line;
    }

    /**
     * Reads a response.
     *
     * @throws InvalidResponseException with what is wrong with it, the first 20 problems
     * @throws NoQuizException if there is no quiz yet
     */
    static Response read(QuizKeys versions, Instant now, int line, JsonNode json) {
        return new ResponseReader(versions, now, line).read(json);
    }

    private Response read(JsonNode json) {
        if (!json.isObject()) {
            problem("", "wrong-type", "A response is a JSON object.");
            throw new InvalidResponseException(problems);
        }
        for (String field : json.propertyNames()) {
            if (!FIELDS.contains(field)) {
                problem("/" + pointer(field), "unknown-field", "A response has no such field.");
            }
        }
        JsonNode version = json.path("quizVersion");
        Keys taken = taken(version);
        Keys keys = taken == null ? versions.newest() : taken;
        Response response = new Response(
                text(json, "id", ID.asMatchPredicate(), "8 to 64 letters, digits, dots, hyphens and underscores"),
                at(json), text(json, "country", COUNTRIES::contains, "a country code of ISO 3166-1 alpha-2"),
                text(json, "background", keys.backgrounds()::contains, "a background of the quiz"),
                keys("/roles", json.path("roles"),
                        (place, role) -> checked(place, role, keys.roles()::contains, "a role of the quiz")),
                answers(json.path("answers"), keys.questions()), taken == null ? 1 : version.intValue());
        if (!problems.isEmpty()) {
            throw new InvalidResponseException(problems);
        }
        return response;
    }

    private Instant at(JsonNode json) {
        String text = text(json, "at", any -> true, "a date and time");
        if (!json.path("at").isString()) {
            return now;
        }
        try {
            Instant at = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
            if (at.isAfter(now.plus(CLOCK_SKEW))) {
                problem("/at", "in-future", "A response cannot be of the future.");
            } else if (at.isBefore(OLDEST)) {
                problem("/at", "too-old", "A response cannot be of a time before 2000.");
            }
            return at;
        } catch (DateTimeParseException malformed) {
            problem("/at", "malformed", "It must be a date and time such as 2026-02-28T09:30:00Z.");
            return now;
        }
    }

    /** The keys of the quiz that was taken; null: there is no such version. */
    private @Nullable Keys taken(JsonNode version) {
        if (version.isMissingNode()) {
            problem("/quizVersion", "required", "The version of the quiz is required.");
            return null;
        }
        Keys keys = version.isIntegralNumber() && version.canConvertToInt() ? versions.of(version.intValue()) : null;
        if (keys == null) {
            problem("/quizVersion", "unknown-key", "It must be the number of a version of the quiz.");
        }
        return keys;
    }

    private Map<String, List<String>> answers(JsonNode json, Map<String, QuizKeys.Question> questions) {
        if (!json.isObject()) {
            problem("/answers", json.isMissingNode() ? "required" : "wrong-type",
                    "The answers are an object of questions and answers.");
            return Map.of();
        }
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            String pointer = "/answers/" + pointer(entry.getKey());
            QuizKeys.Question question = questions.get(entry.getKey());
            if (question == null) {
                problem(pointer, "unknown-key", "The quiz has no such question.");
            } else {
                answers.put(entry.getKey(), answers(pointer, entry.getValue(), question));
            }
        }
        return answers;
    }

    private List<String> answers(String pointer, JsonNode given, QuizKeys.Question question) {
        if (given.isString()) {
            return List.of(answer(pointer, given, question));
        }
        if (given.isArray() && given.isEmpty()) {
            problem(pointer, "required", "Leave out a question that was not answered.");
        } else if (given.isArray() && given.size() > 1 && !question.multiple()) {
            problem(pointer, "too-many-answers", "The question takes one answer.");
        }
        return keys(pointer, given, (place, value) -> answer(place, value, question));
    }

    private String answer(String pointer, JsonNode value, QuizKeys.Question question) {
        if (value.isString() && question.retired().contains(value.stringValue())) {
            problem(pointer, "retired-answer", "This version of the quiz no longer offers the answer.");
            return "";
        }
        return checked(pointer, value, question.open()::contains, "an answer to the question");
    }

    /** A list of keys, each read at its place; one that is wrong reads as the empty text. */
    private List<String> keys(String pointer, JsonNode json, BiFunction<String, JsonNode, String> reading) {
        if (!json.isArray()) {
            problem(pointer, json.isMissingNode() ? "required" : "wrong-type", "It must be a list of keys.");
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        for (int index = 0; index < json.size(); index++) {
            String place = pointer + "/" + index;
            String key = reading.apply(place, json.get(index));
            if (!key.isEmpty() && !found.add(key)) {
                problem(place, "duplicate", "It is there twice.");
            }
        }
        return List.copyOf(found);
    }

    private String text(JsonNode json, String field, Predicate<String> fits, String what) {
        JsonNode value = json.path(field);
        if (value.isMissingNode()) {
            problem("/" + field, "required", "It is required: " + what + ".");
            return "";
        }
        return checked("/" + field, value, fits, what);
    }

    private String checked(String pointer, JsonNode value, Predicate<String> fits, String what) {
        if (!value.isString()) {
            problem(pointer, "wrong-type", "It must be a text: " + what + ".");
            return "";
        }
        if (!fits.test(value.stringValue())) {
            problem(pointer, "unknown-key", "It must be " + what + ".");
            return "";
        }
        return value.stringValue();
    }

    private void problem(String pointer, String code, String message) {
        if (problems.size() < PROBLEMS_SHOWN) {
            problems.add(new ResponseProblem(line, pointer, code, message));
        }
    }

    private static String pointer(String field) {
        String shown = field.length() > LONGEST_ECHO ? field.substring(0, LONGEST_ECHO) + "…" : field;
        return shown.replace("~", "~0").replace("/", "~1");
    }
}
