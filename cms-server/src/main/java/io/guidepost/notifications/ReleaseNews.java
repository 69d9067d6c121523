package io.guidepost.notifications;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.release.Action;
import io.guidepost.release.Entry;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.release.Release;
import io.guidepost.security.PersonId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from a release who is to be told that documents of theirs went live or were withdrawn: once, however many there are. */
@Component
class ReleaseNews {

    private static final int NAMED = 3;

    private final Documents documents;
    private final LiveSites sites;

    ReleaseNews(Documents documents, LiveSites sites) {
        this.documents = documents;
        this.sites = sites;
    }

    List<Notice> of(Release release) {
        Map<PersonId, List<Entry>> published = new LinkedHashMap<>();
        Map<PersonId, List<Entry>> withdrawn = new LinkedHashMap<>();
        LiveSite before = sites.at(release.number() - 1);
        for (Entry entry : release.entries()) {
            Map<PersonId, List<Entry>> concerned = entry.action() == Action.PUBLISH ? published : withdrawn;
            for (PersonId author : authors(entry, before)) {
                concerned.computeIfAbsent(author, _ -> new ArrayList<>()).add(entry);
            }
        }
        List<Notice> notices = new ArrayList<>();
        published.forEach((author, entries) -> notices.add(notice(release, NotificationKind.PUBLISHED, author, entries,
                "went live with release " + release.number() + ".")));
        withdrawn.forEach((author, entries) -> notices.add(notice(release, NotificationKind.WITHDRAWN, author, entries,
                (entries.size() == 1 ? "is" : "are") + " live no more since release " + release.number() + ".")));
        return notices;
    }

    /** Who wrote what went live, or what had been live. */
    private Set<PersonId> authors(Entry entry, LiveSite before) {
        Integer version = entry.action() == Action.PUBLISH
                ? entry.version()
                : before.byId(entry.document()).map(ReleaseNews::version).orElse(null);
        return version == null
                ? Set.of()
                : documents.version(new DocumentId(entry.document()), version).map(Document::authors).orElse(Set.of());
    }

    private static @Nullable Integer version(LiveDocument live) {
        return Entry.publish(live).version();
    }

    private static Notice notice(Release release, NotificationKind kind, PersonId author, List<Entry> entries,
            String what) {
        Entry first = entries.getFirst();
        boolean single = entries.size() == 1;
        About about = single
                ? new About(new DocumentId(first.document()), first.version(), release.number(), release.plan())
                : new About(null, null, release.number(), release.plan());
        return new Notice("release@" + release.number(), kind, Set.of(author), new PersonId(release.by()),
                release.at(), new Message(about, single ? title(first) : titles(entries), titles(entries) + " " + what,
                        single ? "/api/documents/" + first.document() : "/api/releases/" + release.number()));
    }

    private static String titles(List<Entry> entries) {
        List<String> titles = entries.stream().limit(entries.size() > NAMED + 1 ? NAMED : entries.size())
                .map(entry -> "“" + title(entry) + "”").toList();
        int more = entries.size() - titles.size();
        if (more > 0) {
            return String.join(", ", titles) + " and " + more + " more";
        }
        return titles.size() == 1
                ? titles.getFirst()
                : titles.stream().limit(titles.size() - 1).collect(Collectors.joining(", ")) + " and "
                        + titles.getLast();
    }

    private static String title(Entry entry) {
        return entry.title().isBlank() ? entry.document() : entry.title();
    }
}
