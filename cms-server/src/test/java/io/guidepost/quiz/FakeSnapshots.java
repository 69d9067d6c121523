package io.guidepost.quiz;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Two snapshots of one role, in memory. */
public final class FakeSnapshots implements Snapshots {

    private static final int NEWEST = 2;

    @Override
    public Snapshot latest() {
        return get(NEWEST);
    }

    @Override
    public Snapshot get(int number) {
        if (number == 0) {
            return Snapshot.empty();
        }
        if (number > NEWEST) {
            throw new UnknownSnapshotException(number);
        }
        Instant asOf = Instant.parse("2026-03-0%dT00:00:00Z".formatted(number));
        AnswerStatistics answer = new AnswerStatistics("earn-more", "Earning more", 33, 32.67, "33%");
        QuestionStatistics question = new QuestionStatistics("priority", "What matters most?", "Top priorities", 101,
                List.of(answer, new AnswerStatistics("stable-job", "Any stable job", 20, 19.8, "20%")));
        RoleStatistics role = new RoleStatistics("ai-specialist", 101, 30, false, asOf,
                List.of(new Highlight("priority", "What matters most?", "put this first", answer)), List.of(question),
                List.of(new BackgroundStatistics("career-changer", "career changer", 40, false, List.of(question))));
        return new Snapshot(number, new SiteStatistics(3000, 136, false, asOf), Map.of("ai-specialist", role),
                Map.of());
    }

    @Override
    public List<SnapshotSummary> newest(int limit) {
        return List.of();
    }

    @Override
    public List<SnapshotSummary> after(int number, int limit) {
        return List.of();
    }

    @Override
    public Snapshot take() {
        return latest();
    }
}
