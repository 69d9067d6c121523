package io.guidepost.quiz.statistics;

import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.response.ForgottenChangesException;
import io.guidepost.quiz.response.Response;
import io.guidepost.quiz.response.Responses;
import io.guidepost.quiz.statistics.Basis.CountedRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts the responses of every role: those that came since the last snapshot are added to what was counted, and only the roles are counted
 * that they explore; or all of them anew, which gives the same.
 */
final class Counting {

    /** So many roles are in memory at a time. */
    private static final int AT_ONCE = 100;
    private static final int WORKERS = 2;

    private final Responses responses;
    private final Suppression suppression;
    private final MongoRoleCounts counts;
    private final MongoRoleParts parts;

    Counting(Responses responses, Suppression suppression, MongoRoleCounts counts, MongoRoleParts parts) {
        this.responses = responses;
        this.suppression = suppression;
        this.counts = counts;
        this.parts = parts;
    }

    /**
     * What is to be counted.
     *
     * @param number of the snapshot
     * @param at when it is taken
     * @param upTo the number of the last change to the responses that is to be counted
     * @param quiz one that is no older than that change
     * @param suffix of all ids, of an attempt that follows another
     * @param before how many there were at the snapshot before; null: there was none
     */
    record Task(int number, Instant at, long upTo, Quiz quiz, String suffix, @Nullable Population before) {

        LocalDate today() {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }

        LocalDate firstDay() {
            return today().minusDays(RoleCounts.RECENT_DAYS);
        }

        String id(String role) {
            return id(role, number, suffix);
        }

        static String id(String role, int number, String suffix) {
            return role + "@" + number + suffix;
        }

        /** The number of the snapshot that an id was given for. */
        static int number(String id) {
            String given = id.substring(id.lastIndexOf('@') + 1);
            int end = given.indexOf('-');
            return Integer.parseInt(end < 0 ? given : given.substring(0, end));
        }
    }

    /**
     * Counts and stores what was counted.
     *
     * @param last what the snapshot before was counted from; null: all is counted anew
     * @param shown the ids of the parts of the snapshot before, by role
     * @return nothing if an id is taken
     * @throws ForgottenChangesException if others went on from a later snapshot meanwhile
     * @throws InconsistentCountsException if what was counted is missing, as others went on from a later snapshot or something is wrong
     */
    Optional<Basis> count(Task task, @Nullable Basis last, Map<String, String> shown) {
        Changed changed = new Changed(task.quiz(), task.firstDay());
        if (last == null) {
            responses.all(task.upTo(), response -> changed.count(response, 1));
        } else {
            changed.startFrom(last);
            responses.changes(last.upTo(), task.upTo(), response -> changed.count(response, 1),
                    response -> changed.count(response, -1));
        }
        Population population = new Population(changed.takers(), changed.respondents(), task.before());
        Map<String, String> partIds = new LinkedHashMap<>();
        Map<String, CountedRole> roles = new LinkedHashMap<>();
        List<String> touched = new ArrayList<>();
        // A pair of roles may have to be hidden because only the other one has fewer.
        boolean fewer = changed.hasFewer();
        for (Quiz.Role role : task.quiz().roles()) {
            String key = role.key();
            String part = shown.get(key);
            if (last == null || part == null || fewer || !stands(key, last, changed, task)) {
                touched.add(key);
                partIds.put(key, "");
                continue;
            }
            partIds.put(key, part);
            roles.put(key, Objects.requireNonNull(last.roles().get(key)));
        }
        // What the quiz does not have is counted and not shown, so that nothing is missing once it does.
        for (String key : population.roles().keySet()) {
            if (partIds.containsKey(key)) {
                continue;
            }
            if (last == null || !stands(key, last, changed, task)) {
                touched.add(key);
            } else {
                roles.put(key, Objects.requireNonNull(last.roles().get(key)));
            }
        }
        Set<String> asked = Set.copyOf(partIds.keySet());
        for (Optional<Some> some : inParts(touched,
                keys -> count(keys, asked, task, last, shown, changed, population))) {
            if (some.isEmpty()) {
                return Optional.empty();
            }
            partIds.putAll(some.get().parts());
            roles.putAll(some.get().roles());
        }
        return Optional.of(new Basis(task.upTo(), task.quiz().version(), suppression.below(), partIds, roles,
                changed.takers(), changed.countries()));
    }

    /** Whether nothing about a role is to be counted. */
    private boolean stands(String role, Basis last, Changed changed, Task task) {
        CountedRole counted = last.roles().get(role);
        return counted != null && !changed.has(role) && !counted.hasTurnedBy(task.today())
                && last.quizVersion() == task.quiz().version() && last.suppressBelow() == suppression.below();
    }

    /**
     * What was counted of some roles, by role.
     *
     * @param parts ids of what is shown
     */
    private record Some(Map<String, String> parts, Map<String, CountedRole> roles) {}

    /** Does something with some roles at a time, two times at once; the storage and the counting take turns so. */
    private static <T> List<T> inParts(List<String> roles, Function<List<String>, T> work) {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<T>> parts = new ArrayList<>();
            for (int from = 0; from < roles.size(); from += AT_ONCE) {
                List<String> some = roles.subList(from, Math.min(roles.size(), from + AT_ONCE));
                parts.add(workers.submit(() -> work.apply(some)));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> part : parts) {
                done.add(part.get());
            }
            return done;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server is ending", interrupted);
        }
    }

    private Optional<Some> count(List<String> roles, Set<String> asked, Task task, @Nullable Basis last,
            Map<String, String> shown, Changed changed, Population population) {
        Map<String, RoleCounts> known = last == null
                ? Map.of()
                : counts.load(roles.stream().map(last.roles()::get).filter(Objects::nonNull).map(CountedRole::counts)
                        .toList());
        Map<String, RolePart> before = parts.load(roles.stream().map(shown::get).filter(Objects::nonNull).toList());
        Map<String, RoleCounts> newCounts = new LinkedHashMap<>();
        Map<String, RolePart> newParts = new LinkedHashMap<>();
        Map<String, String> partIds = new HashMap<>();
        Map<String, CountedRole> counted = new HashMap<>();
        for (String role : roles) {
            CountedRole old = last == null ? null : last.roles().get(role);
            RoleCounts base = old == null ? RoleCounts.NONE : known.get(old.counts());
            if (base == null) {
                throw new InconsistentCountsException("What was counted of a role is missing.");
            }
            RoleCounts now = changed.counts(role, base);
            String id = old != null && now.equals(base) ? old.counts() : task.id(role);
            if (old == null || !id.equals(old.counts())) {
                newCounts.put(id, now);
            }
            counted.put(role, new CountedRole(id, population.of(role), turns(now, task.today())));
            if (!asked.contains(role)) {
                continue;
            }
            RolePart standing = before.get(role);
            RolePart part = suppression.part(role, task.number(), task.at(), task.quiz().version(), now, population,
                    standing);
            if (standing != null && part.saysTheSameAs(standing)) {
                partIds.put(role, Objects.requireNonNull(shown.get(role)));
            } else {
                partIds.put(role, task.id(role));
                newParts.put(task.id(role), part);
            }
        }
        return counts.insert(newCounts) && parts.insert(newParts)
                ? Optional.of(new Some(partIds, counted))
                : Optional.empty();
    }

    private static @Nullable LocalDate turns(RoleCounts counts, LocalDate today) {
        return counts.days().keySet().stream().map(day -> day.isAfter(today)
                ? day
                : day.plusDays(RoleCounts.RECENT_DAYS + 1L)).min(LocalDate::compareTo).orElse(null);
    }

    /** The site-wide figures, hidden like any other group's where they rest on too few. */
    SiteStatistics site(Basis basis, Instant at) {
        return suppression.hides(basis.respondents())
                ? new SiteStatistics(0, 0, true, at)
                : new SiteStatistics(basis.respondents(), basis.countries().size(), false, at);
    }

    /** What is different, role by role and over all takers. */
    private static final class Changed {

        private final Map<String, RoleTally> tallies = new ConcurrentHashMap<>();
        private final Map<String, Integer> before = new HashMap<>();
        private final Map<String, Integer> countries = new HashMap<>();
        private final LocalDate firstDay;
        private int takers;

        Changed(Quiz quiz, LocalDate firstDay) {
            this.firstDay = firstDay;
            quiz.roles().forEach(role -> before.put(role.key(), 0));
        }

        void startFrom(Basis last) {
            last.roles().forEach((role, counted) -> before.put(role, counted.respondents()));
            countries.putAll(last.countries());
            takers = last.respondents();
        }

        void count(Response response, int by) {
            takers += by;
            countries.merge(response.country(), by, Integer::sum);
            for (String role : response.roles()) {
                tallies.computeIfAbsent(role, key -> new RoleTally(key, firstDay)).count(response, by);
            }
        }

        boolean has(String role) {
            return tallies.containsKey(role);
        }

        /** Whether a role has fewer respondents than it had. */
        boolean hasFewer() {
            return tallies.values().stream().anyMatch(tally -> tally.respondents() < 0);
        }

        /** How many explore each role now. */
        Map<String, Integer> respondents() {
            Map<String, Integer> respondents = new HashMap<>(before);
            tallies.forEach((role, tally) -> respondents.merge(role, tally.respondents(), Integer::sum));
            return respondents;
        }

        /** What is counted of a role now; what was different is let go. */
        RoleCounts counts(String role, RoleCounts base) {
            RoleTally tally = tallies.remove(role);
            RoleTally sum = tally == null ? new RoleTally(role, firstDay) : tally;
            sum.add(base);
            return sum.counts();
        }

        int takers() {
            return takers;
        }

        Map<String, Integer> countries() {
            return RoleTally.positive(countries);
        }
    }
}
