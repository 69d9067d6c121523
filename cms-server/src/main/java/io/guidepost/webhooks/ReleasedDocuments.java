package io.guidepost.webhooks;

import io.guidepost.content.ContentModel;
import io.guidepost.release.Action;
import io.guidepost.release.Entry;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.release.Publications;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads from a release what it did to the documents that a subscription is about. */
@Component
class ReleasedDocuments {

    /** So many are named that a message stays small, some ten kilobytes. */
    private static final int MOST_NAMED = 100;
    private static final int BATCH = 100;

    private final ContentModel model;
    private final LiveSites sites;
    private final Publications publications;

    ReleasedDocuments(ContentModel model, LiveSites sites, Publications publications) {
        this.model = model;
        this.sites = sites;
        this.publications = publications;
    }

    /** A document that a message names. */
    record Named(String id, String type, String slug) {}

    /**
     * What a message says of a release.
     *
     * @param number its number
     * @param edition what a reader pins, in order to see just this
     * @param message what it is for
     * @param published what is live and was not before
     * @param updated what is live in another version
     * @param withdrawn what is live no more
     * @param total how many documents these are, the ones that are not named among them
     * @param cut whether some are not named
     * @param purge the keys of answers that may be others now, whatever of the release is told here
     */
    record Data(int number, String edition, String message, List<Named> published, List<Named> updated,
            List<Named> withdrawn, int total, boolean cut, List<String> purge) {}

    /** What a release did; empty: nothing, to those who want no more than this. */
    Optional<Data> of(Happening.Released released, Interest interest) {
        LiveSite before = sites.at(released.release().number() - 1);
        List<Entry> entries = released.release().entries().stream().filter(entry -> interest.inType(entry.type()))
                .toList();
        if (!interest.roles().isEmpty()) {
            entries = inRoles(entries, before, interest);
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> some = entries.subList(0, Math.min(MOST_NAMED, entries.size()));
        Predicate<Entry> live = entry -> entry.action() == Action.PUBLISH;
        Predicate<Entry> wasLive = entry -> before.byId(entry.document()).isPresent();
        return Optional.of(new Data(released.release().number(), released.position().edition(),
                released.release().message(), named(some, live.and(wasLive.negate())), named(some, live.and(wasLive)),
                named(some, live.negate()), entries.size(), entries.size() > some.size(),
                Purge.after(released.release(), before, sites.at(released.release().number()))));
    }

    private static List<Named> named(List<Entry> entries, Predicate<Entry> which) {
        return entries.stream().filter(which)
                .map(entry -> new Named(entry.document(), entry.type(), entry.slug())).toList();
    }

    /** Those whose document is about one of the roles, or was before. */
    private List<Entry> inRoles(List<Entry> entries, LiveSite before, Interest interest) {
        List<Entry> found = new ArrayList<>();
        for (int start = 0; start < entries.size(); start += BATCH) {
            List<Entry> batch = entries.subList(start, Math.min(start + BATCH, entries.size()));
            Map<String, ObjectNode> contents = publications
                    .load(batch.stream().flatMap(entry -> publications(entry, before)).collect(Collectors.toSet()));
            batch.stream().filter(entry -> publications(entry, before)
                    .anyMatch(id -> isInRole(entry, Objects.requireNonNull(contents.get(id)), interest)))
                    .forEach(found::add);
        }
        return found;
    }

    private boolean isInRole(Entry entry, ObjectNode content, Interest interest) {
        return model.find(entry.type()).flatMap(type -> type.quizRole(content)).filter(interest::inRole).isPresent();
    }

    private static Stream<String> publications(Entry entry, LiveSite before) {
        return Stream.concat(before.byId(entry.document()).map(LiveDocument::publication).stream(),
                Stream.ofNullable(entry.publication()));
    }
}
