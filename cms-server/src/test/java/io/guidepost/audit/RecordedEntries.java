package io.guidepost.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An audit log in memory, which may be told to break: at an insert, or after so many entries read. */
final class RecordedEntries implements AuditLog {

    final List<AuditEntry> all = new CopyOnWriteArrayList<>();
    boolean refusesInserts;
    int readableEntries = Integer.MAX_VALUE;

    @Override
    public void record(AuditEntry entry) {
        if (refusesInserts) {
            throw new IllegalStateException("The database is away.");
        }
        all.add(entry);
    }

    @Override
    public Optional<AuditEntry> find(UUID id) {
        return all.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public List<AuditEntry> newest(AuditFilter filter, @Nullable UUID before, int limit) {
        return new ArrayList<>(all.reversed());
    }

    @Override
    public void forEach(AuditFilter filter, Consumer<AuditEntry> reader) {
        int read = 0;
        for (AuditEntry entry : all) {
            if (read++ == readableEntries) {
                throw new IllegalStateException("The database is away.");
            }
            reader.accept(entry);
        }
    }
}
