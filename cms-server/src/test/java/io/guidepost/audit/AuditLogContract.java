package io.guidepost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.mongodb.client.MongoDatabase;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every audit log must keep to. */
abstract class AuditLogContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId EVE = new PersonId("eve");
    private static final Outcome DONE = new Outcome.Succeeded();
    private static final Outcome STALE = new Outcome.Refused(412, "stale-version");

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private AuditLog log;

    /** An empty database. */
    abstract MongoDatabase database();

    @BeforeEach
    void open() {
        log = new MongoAuditLog(database());
    }

    @Test
    void an_entry_is_read_as_it_was_recorded() {
        List<AuditEntry> entries = List.of(entry(NOON, ADA, "documents.save", "note-one", DONE),
                entry(NOON, ADA, "documents.save", "note-one", STALE),
                entry(NOON, ADA, "documents.save", "note-one", new Outcome.Failed()),
                new AuditEntry(id(NOON), NOON, null, "tokens.issue", null, null, STALE, null));

        entries.forEach(log::record);

        assertThat(entries).allSatisfy(entry -> assertThat(log.find(entry.id())).contains(entry));
        assertThat(log.find(id(NOON))).isEmpty();
    }

    @Test
    void an_entry_is_never_replaced() {
        AuditEntry first = entry(NOON, ADA, "documents.save", "note-one", DONE);
        log.record(first);

        assertThatThrownBy(() -> log.record(new AuditEntry(first.id(), NOON, EVE, "documents.save", null, null, STALE,
                null))).isInstanceOf(RuntimeException.class);
        assertThat(log.find(first.id())).contains(first);
    }

    @Test
    void entries_are_listed_the_newest_first_even_those_of_one_moment_and_read_to_their_end_in_pages() {
        List<AuditEntry> entries = IntStream.range(0, 7)
                .mapToObj(i -> entry(NOON.plusSeconds(i / 3), ADA, "documents.save", "note-" + i, DONE)).toList();
        entries.reversed().forEach(log::record);

        List<AuditEntry> read = new ArrayList<>(log.newest(AuditFilter.ALL, null, 3));
        assertThat(read).hasSize(3);
        for (List<AuditEntry> page = read; !page.isEmpty(); read.addAll(page)) {
            page = log.newest(AuditFilter.ALL, read.getLast().id(), 3);
        }

        assertThat(read).isEqualTo(entries.reversed());
    }

    @Test
    void entries_are_found_by_each_filter_and_by_all_at_once() {
        AuditEntry saved = record(0, ADA, "documents.save", "note-one", DONE);
        AuditEntry stale = record(1, EVE, "documents.save", "note-one", STALE);
        AuditEntry comment = record(2, ADA, "comments.add", "note-one/7", DONE);
        AuditEntry other = record(3, ADA, "documents.submit", "note-one-more", DONE);
        AuditEntry plural = record(4, EVE, "documents-x.submit", "note", new Outcome.Failed());

        assertThat(newest(new AuditFilter(EVE, null, null, null, null, null))).containsExactly(plural, stale);
        assertThat(newest(new AuditFilter(null, "documents.save", null, null, null, null))).containsExactly(stale,
                saved);
        assertThat(newest(new AuditFilter(null, "documents.", null, null, null, null))).containsExactly(other, stale,
                saved);
        assertThat(newest(new AuditFilter(null, null, "note-one", null, null, null))).containsExactly(comment, stale,
                saved);
        assertThat(newest(new AuditFilter(null, null, null, "refused", null, null))).containsExactly(stale);
        assertThat(newest(new AuditFilter(null, null, null, "failed", null, null))).containsExactly(plural);
        assertThat(newest(new AuditFilter(null, null, null, null, at(1), null))).containsExactly(plural, other,
                comment, stale);
        assertThat(newest(new AuditFilter(null, null, null, null, null, at(1)))).containsExactly(saved);
        assertThat(newest(new AuditFilter(ADA, "documents.", "note-one", "succeeded", at(0), at(1))))
                .containsExactly(saved);
        assertThat(newest(new AuditFilter(EVE, "documents.", "note-one", "succeeded", at(0), at(1)))).isEmpty();
    }

    @Test
    void times_between_milliseconds_and_beyond_all_ids_are_kept_to() {
        AuditEntry entry = record(0, ADA, "documents.save", "note-one", DONE);

        assertThat(between(NOON, NOON.plusNanos(1))).containsExactly(entry);
        assertThat(between(NOON.plusNanos(1), null)).isEmpty();
        assertThat(between(null, NOON)).isEmpty();
        assertThat(between(Instant.MIN, Instant.MAX)).containsExactly(entry);
        assertThat(between(Instant.EPOCH.minusNanos(1), Instant.parse("9999-12-31T23:59:59.9999Z")))
                .containsExactly(entry);
        assertThat(between(Instant.MAX, null)).isEmpty();
        assertThat(between(null, Instant.MIN)).isEmpty();
    }

    @Test
    void all_that_a_filter_finds_is_read_the_oldest_first_beyond_one_batch() {
        List<AuditEntry> recorded = IntStream.range(0, 1_200)
                .mapToObj(i -> entry(NOON.plusMillis(i / 5), i % 2 == 0 ? ADA : EVE, "documents.save", "n" + i, DONE))
                .toList();
        recorded.forEach(log::record);

        List<AuditEntry> read = new ArrayList<>();
        log.forEach(new AuditFilter(ADA, null, null, null, null, null), read::add);

        assertThat(read).isEqualTo(recorded.stream().filter(entry -> ADA.equals(entry.actor())).toList());
    }

    private List<AuditEntry> between(Instant since, Instant until) {
        return newest(new AuditFilter(null, null, null, null, since, until));
    }

    private List<AuditEntry> newest(AuditFilter filter) {
        return log.newest(filter, null, 100);
    }

    private AuditEntry record(int second, PersonId actor, String command, String target, Outcome outcome) {
        AuditEntry entry = entry(at(second), actor, command, target, outcome);
        log.record(entry);
        return entry;
    }

    private AuditEntry entry(Instant at, PersonId actor, String command, String target, Outcome outcome) {
        return new AuditEntry(id(at), at, actor, command, target, "192.0.2.7", outcome, "request-1");
    }

    private UUID id(Instant at) {
        return ids.construct(at.toEpochMilli());
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
