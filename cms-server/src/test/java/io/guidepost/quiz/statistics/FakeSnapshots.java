package io.guidepost.quiz.statistics;

import io.guidepost.content.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Snapshots of one role, in memory: two to begin with. */
public final class FakeSnapshots implements Snapshots {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    private final List<Snapshot> snapshots = new ArrayList<>(List.of(Snapshot.empty()));
    private final Set<Integer> dropped = new HashSet<>();

    public FakeSnapshots() {
        take(33);
        take(33);
    }

    @Override
    public Snapshot latest() {
        return snapshots.getLast();
    }

    @Override
    public Snapshot get(int number) {
        if (number >= snapshots.size()) {
            throw new UnknownSnapshotException(number);
        }
        return snapshots.get(number);
    }

    @Override
    public List<SnapshotSummary> before(int number, int limit) {
        return List.of();
    }

    @Override
    public List<SnapshotSummary> after(int number, int limit) {
        return List.of();
    }

    @Override
    public Snapshot take() {
        return take(33);
    }

    @Override
    public boolean isBehind() {
        return false;
    }

    @Override
    public Snapshot recount() {
        return take();
    }

    /** Takes one in which so many of 101 want to earn more; of 30 and fewer, the career changers are too few to be shown. */
    public Snapshot take(int earnMore) {
        return take(earnMore, latest().number() == 0 ? 3000 : latest().site().respondents());
    }

    private static BackgroundStatistics changers(int earnMore, QuestionStatistics question) {
        return earnMore <= 30
                ? new BackgroundStatistics("career-changer", "career changer", null, true, List.of())
                : new BackgroundStatistics("career-changer", "career changer", 40, false, List.of(question));
    }

    /** The same, of so many takers of the quiz. */
    public Snapshot take(int earnMore, int takers) {
        int number = snapshots.size();
        Instant asOf = FIRST.plus(Duration.ofDays(number - 1L));
        AnswerStatistics answer = new AnswerStatistics("earn-more", "Earning more", earnMore, earnMore / 1.01,
                earnMore + "%", 1, 101, Wilson.interval(earnMore, 101), null);
        QuestionStatistics question = new QuestionStatistics("priority", "What matters most?", "Top priorities", 101,
                List.of(answer, new AnswerStatistics("stable-job", "Any stable job", 20, 19.8, "20%", 2, 101,
                        Wilson.interval(20, 101), null)));
        // A role's statistics are those from before where nothing about it has changed.
        RoleStatistics before = latest().role("ai-specialist");
        RoleStatistics now = new RoleStatistics("ai-specialist", 101, 30, false, asOf,
                List.of(new Highlight("priority", "What matters most?", "put this first", answer),
                        new Highlight("strength", "What are you good at?", "are good at", null)),
                List.of(question),
                List.of(changers(earnMore, question)), List.of(new CountryCount("DE", 40)), 12,
                List.of(new CoInterest("data-analyst", 20, 2000.0 / 101, 101, Wilson.interval(20, 101))),
                new Provenance(number, 1, "for ai-specialist"));
        RoleStatistics role = number > 2 && before.questions().equals(now.questions()) ? before : now;
        snapshots.add(new Snapshot(number, 1, new SiteStatistics(takers, 136, false, asOf), Map.of("ai-specialist",
                "ai-specialist@" + role.asOf()), wanted -> {
                    if (dropped.contains(number)) {
                        throw new UnknownSnapshotException(number);
                    }
                    return Map.of("ai-specialist", role);
                }, FigureFormat.of("en")));
        return latest();
    }

    /** Has one dropped elsewhere, which is not known here until figures are asked of it. */
    public void dropElsewhere(int number) {
        dropped.add(number);
    }

    /** One in which nobody is counted, of so many roles; they differ from those of another by their instant. */
    public static Snapshot ofRoles(int roles, Instant asOf) {
        Map<String, RoleStatistics> all = new LinkedHashMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        for (int i = 0; i < roles; i++) {
            all.put("role-" + i, RoleStatistics.suppressed("role-" + i, asOf, Provenance.NONE, List.of()));
            ids.put("role-" + i, "role-" + i + "@" + asOf);
        }
        return new Snapshot(1, 1, new SiteStatistics(0, 0, true, asOf), ids, wanted -> all, FigureFormat.of("en"));
    }

    /** One of a role in which 1,020 of 1,200 want to earn more, in a language. */
    public static Snapshot of1200(String role, String language) {
        FigureFormat format = FigureFormat.of(language);
        AnswerStatistics answer = new AnswerStatistics("earn-more", "Earning more", 1020, 85,
                format.percent(1020, 1200),
                1, 1200, Wilson.interval(1020, 1200), null);
        RoleStatistics statistics = new RoleStatistics(role, 1200, 30, false, FIRST, List.of(),
                List.of(new QuestionStatistics("priority", "What matters most?", "Top priorities", 1200,
                        List.of(answer))),
                List.of(), List.of(), 12, List.of(), new Provenance(1, 1, "for " + role));
        return new Snapshot(1, 1, new SiteStatistics(3000, 136, false, FIRST), Map.of(role, role + "@1"),
                wanted -> Map.of(role, statistics), format);
    }

    /** One in which, of all takers, so many explore both of two roles, each of which as many explore. */
    public static Snapshot ofCoInterest(int number, int both, int each, int all) {
        Instant asOf = FIRST.plus(Duration.ofDays(number));
        Map<String, RoleStatistics> roles = Map.of("one", explored("one", "another", both, each, asOf), "another",
                explored("another", "one", both, each, asOf));
        return new Snapshot(number, 1, new SiteStatistics(all, 10, false, asOf), Map.of("one", "one@" + number,
                "another", "another@" + number),
                wanted -> wanted.stream().collect(Collectors.toMap(Function.identity(), roles::get)),
                FigureFormat.of("en"));
    }

    private static RoleStatistics explored(String role, String other, int both, int each, Instant asOf) {
        return new RoleStatistics(role, each, 0, false, asOf, List.of(), List.of(), List.of(), List.of(), 0,
                List.of(new CoInterest(other, both, 100.0 * both / each, each, Wilson.interval(both, each))),
                Provenance.NONE);
    }

    /** Has one be the newest. */
    public void show(Snapshot snapshot) {
        snapshots.add(snapshot);
    }
}
