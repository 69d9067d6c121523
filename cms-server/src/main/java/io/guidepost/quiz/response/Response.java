package io.guidepost.quiz.response;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one taker answered. It holds keys of the quiz only: no words of the taker's own, nothing that names a person.
 *
 * @param id given by the quiz, 8 to 64 letters, digits, dots, hyphens and underscores; a response counts once by it
 * @param at when the quiz was finished
 * @param country ISO 3166-1 alpha-2, upper case
 * @param background key
 * @param roles keys of the roles the taker explores, possibly none
 * @param answers keys of the chosen answers by question, each with one at least; a question may be left out
 * @param quizVersion the version of the quiz that was taken
 */
public record Response(String id, Instant at, String country, String background, List<String> roles,
        Map<String, List<String>> answers, int quizVersion) {

    /** Copies the collections. */
    public Response {
        roles = List.copyOf(roles);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        answers.forEach((question, chosen) -> copy.put(question, List.copyOf(chosen)));
        answers = Collections.unmodifiableMap(copy);
    }
}
