package io.guidepost.quiz.statistics;

import io.guidepost.quiz.statistics.Basis.CountedRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Snapshots as {@link MongoSnapshots} stores them. */
final class MongoSnapshotForm {

    private MongoSnapshotForm() {}

    /**
     * A snapshot.
     *
     * @param available when it is stored
     * @param earlier the number of the one that it is compared with; 0: none
     */
    static Document document(Counting.Task task, Basis basis, SiteStatistics site, Instant available, int earlier) {
        Document stored = new Document("_id", task.number()).append("at", Date.from(task.at()))
                .append("available", Date.from(available))
                .append("quiz", basis.quizVersion());
        if (earlier > 0) {
            stored.append("earlier", earlier);
        }
        if (!site.suppressed()) {
            stored.append("site", new Document("respondents", site.respondents()).append("countries", site
                    .countries()));
        }
        Document counted = new Document();
        basis.roles().forEach((role, count) -> {
            Document one = new Document("counts", count.counts()).append("n", count.respondents());
            LocalDate turns = count.turns();
            counted.append(role, turns == null ? one : one.append("turns", turns.toString()));
        });
        return stored.append("parts", new Document(new LinkedHashMap<>(basis.parts()))).append("basis",
                new Document("upTo", basis.upTo()).append("suppressBelow", basis.suppressBelow())
                        .append("respondents", basis.respondents())
                        .append("countries", new Document(new LinkedHashMap<>(basis.countries())))
                        .append("roles", counted));
    }

    /** What a snapshot was counted from; null: it does not know. */
    static @Nullable Basis basis(Document stored) {
        Document basis = stored.get("basis", Document.class);
        if (basis == null) {
            return null;
        }
        Map<String, CountedRole> roles = new HashMap<>();
        basis.get("roles", Document.class).forEach((role, value) -> {
            Document counted = (Document) value;
            String turns = counted.getString("turns");
            roles.put(role, new CountedRole(counted.getString("counts"), counted.getInteger("n"), turns == null
                    ? null
                    : LocalDate.parse(turns)));
        });
        Map<String, Integer> countries = new HashMap<>();
        basis.get("countries", Document.class).forEach((country, count) -> countries.put(country, (Integer) count));
        return new Basis(basis.getLong("upTo"), stored.getInteger("quiz"), basis.getInteger("suppressBelow"), parts(
                stored), roles, basis.getInteger("respondents"), countries);
    }

    /** The ids of what it shows of each role, by role. */
    static Map<String, String> parts(Document stored) {
        Map<String, String> ids = new LinkedHashMap<>();
        stored.get("parts", Document.class).forEach((role, id) -> ids.put(role, (String) id));
        return ids;
    }

    static SiteStatistics site(Document stored) {
        Instant at = stored.getDate("at").toInstant();
        Document site = stored.get("site", Document.class);
        return site == null
                ? new SiteStatistics(0, 0, true, at)
                : new SiteStatistics(site.getInteger("respondents"), site.getInteger("countries"), false, at);
    }

    static SnapshotSummary summary(Document stored) {
        return SnapshotSummary.of(stored.getInteger("_id"), stored.getDate("available").toInstant(), stored.getInteger(
                "quiz"), site(stored));
    }
}
