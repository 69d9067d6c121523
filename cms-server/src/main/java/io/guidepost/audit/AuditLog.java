package io.guidepost.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All entries ever recorded. They can be added and read; nothing changes or removes one. */
public interface AuditLog {

    /**
     * Adds an entry. To record a command, use {@link Audit}.
     *
     * @param entry the entry, with an id of its own
     */
    void record(AuditEntry entry);

    /**
     * Finds an entry.
     *
     * @param id its id
     * @return empty if there is none
     */
    Optional<AuditEntry> find(UUID id);

    /**
     * Lists entries, the newest first.
     *
     * @param filter which
     * @param before entries before this one only; null: from the newest on
     * @param limit how many at most
     * @return the entries
     */
    List<AuditEntry> newest(AuditFilter filter, @Nullable UUID before, int limit);

    /**
     * Reads entries one by one, the oldest first, and never holds more than a few of them at a time.
     *
     * @param filter which
     * @param reader gets each in turn
     */
    void forEach(AuditFilter filter, Consumer<AuditEntry> reader);
}
