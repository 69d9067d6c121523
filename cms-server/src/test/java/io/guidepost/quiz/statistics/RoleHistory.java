package io.guidepost.quiz.statistics;

import io.guidepost.quiz.statistics.RoleCounts.Group;
import io.guidepost.quiz.statistics.RoleCounts.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** How the respondents of one role came to be, by chance: what they add up to at several snapshots. */
final class RoleHistory {

    static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    static final List<String> BACKGROUNDS = List.of("b1", "b2", "b3", "b4", "b5", "b6");
    static final List<String> COUNTRIES = List.of("AT", "CH", "CZ", "DE", "DK", "ES", "FR", "IT", "NL", "PL", "SE",
            "US");

    /** Of the first two questions one answer is chosen, of the third one or more; the last may be left out. */
    static final List<String> QUESTIONS = List.of("single", "also-single", "several", "seldom");
    static final List<String> ANSWERS = List.of("yes", "no", "perhaps");

    private final Random random;
    private final boolean everybodyAnswers;
    private final double[] weights = new double[BACKGROUNDS.size()];
    private final double[] countryWeights = new double[COUNTRIES.size()];
    private final int[] appearsAt = new int[BACKGROUNDS.size()];
    private final List<Person> people = new ArrayList<>();
    private final List<RoleCounts> snapshots = new ArrayList<>();

    private RoleHistory(long seed) {
        random = new Random(seed);
        everybodyAnswers = random.nextBoolean();
        int backgrounds = 2 + random.nextInt(BACKGROUNDS.size() - 1);
        for (int i = 0; i < backgrounds; i++) {
            weights[i] = Math.pow(random.nextDouble(), 3) + 0.01;
            appearsAt[i] = i > 0 && random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
        }
        for (int i = 0; i < COUNTRIES.size(); i++) {
            countryWeights[i] = Math.pow(random.nextDouble(), 6);
        }
    }

    /** A history in which respondents only come. */
    static RoleHistory growing(long seed) {
        RoleHistory history = new RoleHistory(seed);
        history.run(false);
        return history;
    }

    /** A history in which some answers are corrected and some respondents erased besides. */
    static RoleHistory corrected(long seed) {
        RoleHistory history = new RoleHistory(seed);
        history.run(true);
        return history;
    }

    /** A history in which respondents only come: from two or three countries at first, then one from another, then more from all. */
    static RoleHistory ofFewCountries(long seed) {
        RoleHistory history = new RoleHistory(seed);
        Arrays.fill(history.countryWeights, 0);
        int countries = 2 + history.random.nextInt(2);
        for (int i = 0; i < countries; i++) {
            history.countryWeights[i] = 0.3 + history.random.nextDouble();
        }
        history.come(0, 20 + history.random.nextInt(30));
        double[] first = history.countryWeights.clone();
        Arrays.fill(history.countryWeights, 0);
        history.countryWeights[countries] = 0.5;
        history.come(1, 1);
        System.arraycopy(first, 0, history.countryWeights, 0, countries);
        for (int step = 2; step < 5; step++) {
            history.come(step, 1 + history.random.nextInt(40));
        }
        return history;
    }

    List<RoleCounts> snapshots() {
        return snapshots;
    }

    static boolean allowsSeveral(String question) {
        return question.equals("several");
    }

    private void run(boolean corrections) {
        int count = 3 + random.nextInt(4);
        for (int step = 0; step < count; step++) {
            int come = step == 0 ? 4 + random.nextInt(random.nextBoolean() ? 12 : 90) : come();
            for (int i = 0; i < come; i++) {
                people.add(person(step));
            }
            if (corrections && step > 0) {
                correct(step);
            }
            snapshots.add(counts());
        }
    }

    private void come(int step, int count) {
        for (int i = 0; i < count; i++) {
            people.add(person(step));
        }
        snapshots.add(counts());
    }

    private int come() {
        return switch (random.nextInt(5)) {
            case 0 -> 1;
            case 1 -> 2;
            case 2 -> 3 + random.nextInt(6);
            case 3 -> 10 + random.nextInt(20);
            default -> 30 + random.nextInt(120);
        };
    }

    private void correct(int step) {
        for (int i = random.nextInt(6); i > 0 && !people.isEmpty(); i--) {
            people.remove(random.nextInt(people.size()));
            if (random.nextBoolean()) {
                people.add(person(step));
            }
        }
    }

    private Person person(int step) {
        Map<String, Set<String>> answers = new HashMap<>();
        for (String question : QUESTIONS) {
            boolean skips = question.equals("seldom")
                    ? random.nextInt(4) > step
                    : !everybodyAnswers
                            && random.nextInt(12) == 0;
            if (!skips) {
                Set<String> chosen = new HashSet<>(Set.of(answer()));
                if (allowsSeveral(question) && random.nextBoolean()) {
                    chosen.add(answer());
                }
                answers.put(question, chosen);
            }
        }
        double[] present = weights.clone();
        for (int i = 0; i < present.length; i++) {
            present[i] = appearsAt[i] > step ? 0 : present[i];
        }
        return new Person(BACKGROUNDS.get(choice(present)), COUNTRIES.get(choice(countryWeights)), answers);
    }

    private String answer() {
        return ANSWERS.get(choice(new double[]{0.75, 0.2, 0.05}));
    }

    private int choice(double[] chances) {
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        double drawn = random.nextDouble() * sum;
        int index = 0;
        while (index < chances.length - 1 && drawn >= chances[index]) {
            drawn -= chances[index++];
        }
        return index;
    }

    private RoleCounts counts() {
        Map<String, Group> backgrounds = new TreeMap<>();
        Map<String, Integer> countries = new TreeMap<>();
        for (Person person : people) {
            Map<String, Question> questions = new HashMap<>();
            person.answers.forEach((question, chosen) -> {
                Map<String, Integer> answers = new HashMap<>();
                chosen.forEach(answer -> answers.put(answer, 1));
                questions.put(question, new Question(1, answers));
            });
            backgrounds.merge(person.background, new Group(1, questions), Group::with);
            countries.merge(person.country, 1, Integer::sum);
        }
        return new RoleCounts(backgrounds, countries, Map.of(LocalDate.of(2026, 3, 1), people.size()), Map.of());
    }

    private record Person(String background, String country, Map<String, Set<String>> answers) {}
}
