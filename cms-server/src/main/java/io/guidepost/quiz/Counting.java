package io.guidepost.quiz;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the responses of every role, sparing the roles whose figures cannot have changed. */
final class Counting {

    /** How long a response counts as recent. */
    static final Duration RECENT = Duration.ofDays(30);

    private final Responses responses;
    private final Suppression suppression;

    Counting(Responses responses, Suppression suppression) {
        this.responses = responses;
        this.suppression = suppression;
    }

    /**
     * The parts of a snapshot.
     *
     * @param previous the parts of the snapshot before it, by role
     * @return by role, in the quiz's order; a previous part stands where its figures still hold
     */
    Map<String, RolePart> count(Quiz quiz, int snapshot, Instant at, Map<String, RolePart> previous) {
        Instant recentAfter = at.minus(RECENT);
        Map<String, Responses.Reach> reach = responses.reach(recentAfter, at);
        Map<String, RolePart> parts = new LinkedHashMap<>();
        Map<String, RoleTally> tallies = new HashMap<>();
        for (Quiz.Role role : quiz.roles()) {
            Optional<RolePart> standing = Optional.ofNullable(previous.get(role.key()))
                    .filter(part -> part.stillHolds(reach.getOrDefault(part.role(), new Responses.Reach(0, 0)),
                            quiz.version(), suppression));
            standing.ifPresentOrElse(part -> parts.put(part.role(), part),
                    () -> tallies.put(role.key(), new RoleTally(recentAfter, at)));
        }
        if (!tallies.isEmpty()) {
            responses.forEachExploring(tallies.keySet(), response -> add(response, tallies));
        }
        tallies.forEach((role, tally) -> {
            RolePart counted = tally.part(role, snapshot, quiz.version(), suppression);
            RolePart before = previous.get(role);
            parts.put(role, before != null && counted.saysTheSameAs(before) ? before : counted);
        });
        return parts;
    }

    /** The site-wide figures, hidden like any other group's where they rest on too few. */
    SiteStatistics site(Instant at) {
        int respondents = responses.count();
        return suppression.hides(respondents)
                ? new SiteStatistics(0, 0, true, at)
                : new SiteStatistics(respondents, responses.countries(), false, at);
    }

    private static void add(Response response, Map<String, RoleTally> tallies) {
        for (String role : response.roles()) {
            RoleTally tally = tallies.get(role);
            if (tally != null) {
                tally.add(response);
            }
        }
    }
}
