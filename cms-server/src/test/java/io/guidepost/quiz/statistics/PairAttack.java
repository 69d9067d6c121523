package io.guidepost.quiz.statistics;

import io.guidepost.quiz.statistics.GroupCounts.Shown;
import io.guidepost.quiz.statistics.PairHistory.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has all that was published of two roles and of the site, knows the rule and that respondents only come: tries every way in
 * which it can have come about, and is sure of what is the same in all of them.
 */
final class PairAttack {

    /** So large the attacker thinks a role can be of which nothing was told. */
    private static final int MOST = 60;

    private final int below;
    private final boolean remembers;
    private final List<Published> published;

    /** An attack on a rule that either remembers what it hid, or hides what is too small and nothing else. */
    PairAttack(int below, boolean remembers, List<Published> published) {
        this.below = below;
        this.remembers = remembers;
        this.published = published;
    }

    /**
     * What a snapshot tells.
     *
     * @param one how many explore the first role; null where hidden, as the others are
     */
    record Published(int takers, @Nullable Integer one, @Nullable Integer other, @Nullable Integer both) {

        static Published of(int takers, RolePart one, RolePart other) {
            Integer both = Stream.of(one.alsoExplored().get(PairHistory.OTHER), other.alsoExplored().get(
                    PairHistory.ONE)).filter(told -> told != null).findFirst().orElse(null);
            return new Published(takers, respondents(one), respondents(other), both);
        }

        private static @Nullable Integer respondents(RolePart part) {
            return part.all() instanceof Shown shown ? shown.respondents() : null;
        }
    }

    /** What the attacker is sure of: a group of few, at a snapshot. */
    record Claim(int snapshot, String group, int value) {}

    List<Claim> claims() {
        List<List<Counts>> worlds = worlds();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < worlds.size(); i++) {
            claim(i, "both", Counts::both, worlds.get(i), claims);
            claim(i, "one", Counts::one, worlds.get(i), claims);
            claim(i, "other", Counts::other, worlds.get(i), claims);
            claim(i, "one alone", counts -> counts.one() - counts.both(), worlds.get(i), claims);
            claim(i, "other alone", counts -> counts.other() - counts.both(), worlds.get(i), claims);
        }
        return claims;
    }

    private void claim(int snapshot, String group, ToIntFunction<Counts> count, List<Counts> worlds,
            List<Claim> claims) {
        int[] values = worlds.stream().mapToInt(count).distinct().limit(2).toArray();
        if (values.length == 1 && values[0] > 0 && values[0] < below) {
            claims.add(new Claim(snapshot, group, values[0]));
        }
    }

    /** By snapshot, those that follow from one before and lead to one after. */
    private List<List<Counts>> worlds() {
        List<List<Counts>> worlds = new ArrayList<>();
        for (int i = 0; i < published.size(); i++) {
            List<Counts> possible = possible(i);
            if (i > 0) {
                List<Counts> before = worlds.get(i - 1);
                possible.removeIf(now -> before.stream().noneMatch(then -> leads(then, now)));
            }
            worlds.add(possible);
        }
        for (int i = worlds.size() - 2; i >= 0; i--) {
            List<Counts> after = worlds.get(i + 1);
            worlds.get(i).removeIf(then -> after.stream().noneMatch(now -> leads(then, now)));
        }
        return worlds;
    }

    private static boolean leads(Counts then, Counts now) {
        int both = now.both() - then.both();
        int one = now.one() - then.one();
        int other = now.other() - then.other();
        return both >= 0 && one >= both && other >= both && one + other - both <= now.takers() - then.takers();
    }

    private List<Counts> possible(int snapshot) {
        Published told = published.get(snapshot);
        boolean knowsThatFew = snapshot == 0 || !remembers;
        int unknown = knowsThatFew ? below - 1 : MOST;
        List<Counts> possible = new ArrayList<>();
        for (int one : values(told.one(), unknown)) {
            for (int other : values(told.other(), unknown)) {
                for (int both : values(told.both(), Math.min(one, other))) {
                    boolean isLarge = Math.min(both, Math.min(one - both, other - both)) >= below;
                    if (one + other - both <= told.takers() && (told.both() != null
                            ? isLarge
                            : !(isLarge && knowsThatFew && told.one() != null && told.other() != null))) {
                        possible.add(new Counts(told.takers(), one, other, both));
                    }
                }
            }
        }
        return possible;
    }

    private static int[] values(@Nullable Integer told, int most) {
        return told == null
                ? IntStream.rangeClosed(0, most).toArray()
                : new int[]{told};
    }
}
