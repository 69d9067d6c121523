package io.guidepost.quiz.statistics;

import io.guidepost.content.Interval;
import io.guidepost.quiz.Quiz;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many of those who explore one role explore another one too.
 *
 * @param role key of the other role
 * @param respondents how many explore both
 * @param percent of those who explore the one, in percent points, unrounded
 * @param n how many explore the one
 * @param interval what the share of everybody lies within
 */
public record CoInterest(String role, int respondents, double percent, int n, Interval interval) {

    static List<CoInterest> of(RolePart part, int respondents, Quiz quiz) {
        return quiz.roles()
                .stream()
                .flatMap(role -> Stream.ofNullable(part.alsoExplored().get(role.key()))
                        .map(both -> new CoInterest(role.key(), both, 100.0 * both / respondents, respondents,
                                Wilson.interval(both, respondents))))
                .sorted(Comparator.comparingInt(CoInterest::respondents).reversed())
                .toList();
    }
}
