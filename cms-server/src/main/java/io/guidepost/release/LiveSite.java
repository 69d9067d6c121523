package io.guidepost.release;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.Empty;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The site as it was after a release: which publication of which document is live. Immutable; a site shares with the one before it
 * all that the release left alone.
 */
public final class LiveSite {

    /** The site before the first release. */
    public static final LiveSite EMPTY = new LiveSite(0, Instant.EPOCH, Empty.map(), Empty.map(), null,
            Empty.map(), TreePMap.empty());

    private final int release;
    private final Instant at;
    private final PMap<String, LiveDocument> byId;
    private final PMap<String, PSortedMap<String, LiveDocument>> bySlug;
    private final PMap<String, Instant> firstPublished;
    private final PSortedMap<String, FormerSlug> formerSlugs;
    /** Null until they are asked for: to keep them from the first release on would take most of the time in which a long log is read. */
    private volatile @Nullable PMap<Target, PSet<String>> referrers;

    private LiveSite(int release, Instant at, PMap<String, LiveDocument> byId,
            PMap<String, PSortedMap<String, LiveDocument>> bySlug, @Nullable PMap<Target, PSet<String>> referrers,
            PMap<String, Instant> firstPublished, PSortedMap<String, FormerSlug> formerSlugs) {
        this.release = release;
        this.at = at;
        this.byId = byId;
        this.bySlug = bySlug;
        this.referrers = referrers;
        this.firstPublished = firstPublished;
        this.formerSlugs = formerSlugs;
    }

    /** The number of the newest release in it; 0 before the first. */
    public int release() {
        return release;
    }

    /** When that release was made; the epoch before the first. */
    public Instant at() {
        return at;
    }

    /** A live document by its id. */
    public Optional<LiveDocument> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A live document by its type and slug. */
    public Optional<LiveDocument> bySlug(String type, String slug) {
        return Optional.ofNullable(ofType(type).get(slug));
    }

    /** The live documents of a type by slug, in the order of the slugs. */
    public NavigableMap<String, LiveDocument> ofType(String type) {
        PSortedMap<String, LiveDocument> documents = bySlug.get(type);
        return documents == null ? Collections.emptyNavigableMap() : documents;
    }

    /** Every live document, in no order. */
    public Collection<LiveDocument> documents() {
        return byId.values();
    }

    /** Whether a document is live or has been before. */
    public boolean wasEverLive(String id) {
        return firstPublished.containsKey(id);
    }

    /**
     * Where those are to be sent who come by a slug of before, in the order of types and slugs. A slug that has been taken again leads
     * nowhere else.
     */
    public List<Redirect> redirects() {
        return formerSlugs.values().stream().map(former -> new Redirect(former.type(), former.slug(),
                byId(former.document()).map(LiveDocument::slug).orElse(null))).toList();
    }

    /** The ids of the live documents that refer to a document by its id or its slug, in their order. */
    public Set<String> referrers(LiveDocument document) {
        Set<String> ids = new TreeSet<>();
        ids.addAll(referring(new Target(document.type(), document.id(), false)));
        ids.addAll(referring(new Target(document.type(), document.slug(), true)));
        return ids;
    }

    /** Whether a reference leads to a live document. */
    boolean resolves(Target target) {
        return target.bySlug()
                ? bySlug(target.type(), target.key()).isPresent()
                : byId(target.key()).filter(document -> document.type().equals(target.type())).isPresent();
    }

    /** The ids of the live documents that hold a reference. */
    Set<String> referring(Target target) {
        PSet<String> ids = allReferrers().get(target);
        return ids == null ? Set.of() : ids;
    }

    /** The ids of the live documents by what they refer to; sites that follow from this one have theirs from it. */
    PMap<Target, PSet<String>> allReferrers() {
        PMap<Target, PSet<String>> known = referrers;
        if (known == null) {
            Map<Target, Set<String>> all = new HashMap<>();
            for (LiveDocument document : byId.values()) {
                document.references().forEach(target -> all.computeIfAbsent(target, _ -> new HashSet<>())
                        .add(document.id()));
            }
            Map<Target, PSet<String>> sets = new HashMap<>();
            all.forEach((target, ids) -> sets.put(target, TreePSet.from(ids)));
            known = HashTreePMap.from(sets);
            referrers = known;
        }
        return known;
    }

    /** The site after one more release. Where a slug is taken twice, the later entry holds it. */
    public LiveSite with(Release next) {
        LiveSite site = this;
        for (Entry entry : next.entries()) {
            site = site.without(entry.document());
        }
        for (Entry entry : next.entries()) {
            if (entry.publication() != null) {
                site = site.with(entry, entry.publication(), next.at());
            }
        }
        return new LiveSite(next.number(), next.at(), site.byId, site.bySlug, site.referrers, site.firstPublished,
                site.formerSlugs);
    }

    private LiveSite with(Entry entry, String publication, Instant now) {
        Instant first = firstPublished.getOrDefault(entry.document(), now);
        LiveDocument document = new LiveDocument(entry.document(), entry.type(), entry.slug(), entry.title(),
                publication, now, first, entry.references());
        PSortedMap<String, LiveDocument> ofType = bySlug.getOrDefault(entry.type(), TreePMap.empty());
        PMap<Target, PSet<String>> references = referrers;
        if (references != null) {
            for (Target target : Set.copyOf(entry.references())) {
                references = references.plus(target,
                        references.getOrDefault(target, TreePSet.empty()).plus(entry.document()));
            }
        }
        return new LiveSite(release, at, byId.plus(entry.document(), document),
                bySlug.plus(entry.type(), ofType.plus(entry.slug(), document)), references,
                firstPublished.plus(entry.document(), first),
                formerSlugs.minus(FormerSlug.key(entry.type(), entry.slug())));
    }

    private LiveSite without(String id) {
        @Nullable
        LiveDocument document = byId.get(id);
        if (document == null) {
            return this;
        }
        PSortedMap<String, LiveDocument> ofType = bySlug.getOrDefault(document.type(), TreePMap.empty());
        PMap<Target, PSet<String>> references = referrers;
        if (references != null) {
            for (Target target : Set.copyOf(document.references())) {
                PSet<String> rest = references.getOrDefault(target, TreePSet.empty()).minus(id);
                references = rest.isEmpty() ? references.minus(target) : references.plus(target, rest);
            }
        }
        FormerSlug former = FormerSlug.of(document);
        return new LiveSite(release, at, byId.minus(id), bySlug.plus(document.type(), ofType.minus(document.slug())),
                references, firstPublished, formerSlugs.plus(former.key(), former));
    }
}
