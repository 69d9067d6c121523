package io.guidepost.delivery.preview;

import io.guidepost.editorial.Documents.Head;
import io.guidepost.release.Action;
import io.guidepost.release.Entry;
import io.guidepost.release.LiveSite;
import io.guidepost.release.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lays working copies over a live site. A slug that several want stays with the document that has it on the live site, or else goes to the
 * first by id; the others stand behind it, as {@code slug-id}. One without a slug stands under its id.
 */
final class Overlay {

    private final LiveSite live;
    private final Collection<Head> heads;
    private final Collection<String> withdrawn;
    private final Set<String> replaced = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    private Overlay(LiveSite live, Collection<Head> heads, Collection<String> withdrawn) {
        this.live = live;
        this.heads = heads;
        this.withdrawn = withdrawn;
        heads.forEach(head -> replaced.add(head.id().value()));
        replaced.addAll(withdrawn);
    }

    /**
     * The live site as if some documents were published, and others withdrawn.
     *
     * @param heads what is published, in whatever version
     * @param withdrawn ids of documents that are no longer there
     * @param now when that is
     */
    static LiveSite over(LiveSite live, Collection<Head> heads, Collection<String> withdrawn, Instant now) {
        List<Entry> entries = new Overlay(live, heads, withdrawn).entries();
        return entries.isEmpty() ? live : live.with(new Release(live.release(), now, "preview", "", entries));
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        withdrawn.forEach(id -> live.byId(id)
                .ifPresent(was -> entries.add(Entry.withdraw(id, was.type(), was.slug(), was.title()))));
        List<Head> byId = heads.stream().sorted(Comparator.comparing(head -> head.id().value())).toList();
        Stream.concat(byId.stream().filter(this::holdsSlug), byId.stream().filter(head -> !holdsSlug(head)))
                .forEach(head -> {
                    String slug = claimSlug(head);
                    if (!isLive(head)) {
                        entries.add(new Entry(head.id().value(), head.type(), slug, head.title(), Action.PUBLISH,
                                head.key(), List.of()));
                    }
                });
        return entries;
    }

    private boolean isLive(Head head) {
        return live.byId(head.id().value()).filter(document -> document.publication().equals(head.key())).isPresent();
    }

    private boolean holdsSlug(Head head) {
        return live.bySlug(head.type(), head.slug()).filter(document -> document.id().equals(head.id().value()))
                .isPresent();
    }

    private String claimSlug(Head head) {
        String slug = head.slug().isEmpty() ? head.id().value() : head.slug();
        while (!claim(head.type(), slug)) {
            slug += "-" + head.id().value();
        }
        return slug;
    }

    private boolean claim(String type, String slug) {
        boolean stays = live.bySlug(type, slug).filter(document -> !replaced.contains(document.id())).isPresent();
        return !stays && taken.add(type + "/" + slug);
    }
}
