package io.guidepost.delivery.reading;

import io.guidepost.content.ContentModel;
import io.guidepost.content.Provenance;
import io.guidepost.content.RichText;
import io.guidepost.delivery.changes.Change;
import io.guidepost.delivery.changes.ChangeList;
import io.guidepost.delivery.changes.ChangeLists;
import io.guidepost.delivery.changes.Showing;
import io.guidepost.delivery.changes.Shown;
import io.guidepost.delivery.edition.Edition;
import io.guidepost.delivery.edition.RefusedQueryException;
import io.guidepost.delivery.edition.View;
import io.guidepost.delivery.reading.Content.Published;
import io.guidepost.quiz.statistics.RoleStatistics;
import io.guidepost.quiz.statistics.SiteStatistics;
import io.guidepost.related.RelatedCareers;
import io.guidepost.related.RelatedCareers.Related;
import io.guidepost.release.Contents;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.Redirect;
import io.guidepost.search.SearchResults;
import io.guidepost.search.SiteQuery;
import io.guidepost.search.Suggestions;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one request reads of its edition. It notes all that it was asked for: what the answer follows from. Content that is not in
 * memory is not waited for one by one, but noted as wanted and read in one batch, whatever asked for it being asked again. For one thread.
 */
public final class Reading {

    private final View view;
    private final Contents stored;
    private final ContentModel model;
    private final RichTexts texts;
    private final RelatedCareers careers;
    private final FieldIndexes indexes;
    private final @Nullable ChangeLists changes;
    private final @Nullable Searches searches;
    private final Showing showing;
    private final String locale;
    private final Map<String, Published> contents = new HashMap<>();
    private final Map<String, LiveDocument> wanted = new LinkedHashMap<>();
    private final Map<String, Dependency> dependencies = new LinkedHashMap<>();
    private final IdentityHashMap<Change, Shown> shown = new IdentityHashMap<>();
    private boolean degraded;

    Reading(View view, Contents stored, ContentModel model, RichTexts texts, RelatedCareers careers,
            FieldIndexes indexes, @Nullable ChangeLists changes, @Nullable Searches searches, Showing showing,
            String locale) {
        this.view = view;
        this.stored = stored;
        this.model = model;
        this.texts = texts;
        this.careers = careers;
        this.indexes = indexes;
        this.changes = changes;
        this.searches = searches;
        this.showing = showing;
        this.locale = locale;
    }

    /** The edition that is read. */
    public View view() {
        return view;
    }

    /** The language of all content, as a tag of BCP 47; it stays while the server runs, so nothing has to depend on it. */
    public String locale() {
        return locale;
    }

    /** The edition that is read, as part of an answer. */
    public Edition edition() {
        dependencies.computeIfAbsent("edition", key -> new Dependency.OfEdition(view.edition()));
        return view.edition();
    }

    /** How many documents of each type are live, by the types' names. */
    public List<DocumentCount> counts() {
        edition();
        return model.types().stream()
                .map(type -> new DocumentCount(type.name(), view.site().ofType(type.name()).size())).toList();
    }

    /**
     * What is different in the edition that is read since an earlier one.
     *
     * @param since the id of the earlier one; null: nothing is known yet
     * @throws RefusedQueryException if there is no such earlier edition, or what is read is none itself
     */
    public ChangeList changes(@Nullable String since) {
        if (changes == null) {
            throw new RefusedQueryException("A preview is of no edition, so nothing is told of changes here; ask"
                    + " `/graphql` for those of published content.");
        }
        edition();
        return changes.since(since, view);
    }

    /** Where a change is shown in the edition that is read. */
    public Shown shown(Change change) {
        edition();
        return shown.computeIfAbsent(change, unknown -> showing.of(unknown, view.site()));
    }

    /** A live document by its id; null: there is none. */
    public @Nullable LiveDocument byId(String id) {
        LiveDocument document = view.site().byId(id).orElse(null);
        dependencies.computeIfAbsent("id:" + id, key -> new Dependency.OfDocument(id, document));
        return document;
    }

    /** A live document by its type and slug; null: there is none. */
    public @Nullable LiveDocument bySlug(String type, String slug) {
        LiveDocument document = view.site().bySlug(type, slug).orElse(null);
        dependencies.computeIfAbsent(type + "/" + slug, key -> new Dependency.OfSlug(type, slug, document));
        return document;
    }

    /** The live documents of a type by slug, in the order of the slugs. */
    public NavigableMap<String, LiveDocument> ofType(String type) {
        NavigableMap<String, LiveDocument> documents = view.site().ofType(type);
        dependencies.computeIfAbsent("type:" + type, key -> new Dependency.OfType(type, documents));
        return documents;
    }

    /**
     * The live documents of a type that have something in their content, by slug, in the order of the slugs.
     *
     * @param facet a field that editors write, or {@code hasFigure}: whether there are figures in the document's texts
     * @param value what it must be, or have among others
     */
    public NavigableMap<String, LiveDocument> having(String type, String facet, String value) {
        return indexes.having(type, facet, value, ofType(type), stored);
    }

    /**
     * The live documents of a type that are about a role which enough people of a background explore for figures to be shown, by slug, in the
     * order of the slugs.
     */
    public NavigableMap<String, LiveDocument> ofBackground(String type, String background) {
        SortedSet<String> roles = view.snapshot().rolesOf(background);
        dependencies.computeIfAbsent("background:" + background,
                key -> new Dependency.OfBackground(background, roles));
        NavigableMap<String, LiveDocument> found = new TreeMap<>();
        roles.forEach(role -> found.putAll(having(type, "quizRole", role)));
        return found;
    }

    /** Which slugs of before lead where, in the order of types and slugs. */
    public List<Redirect> redirects() {
        List<Redirect> redirects = view.site().redirects();
        depend(new Dependency.OfRedirects(redirects));
        return redirects;
    }

    /** The statistics of a role. Of one that the quiz does not have they are as old as the whole snapshot. */
    public RoleStatistics role(String key) {
        RoleStatistics statistics = view.snapshot().role(key);
        if (!view.snapshot().has(key)) {
            depend(new Dependency.OfSite(view.snapshot().number()));
        }
        depend(new Dependency.OfRole(statistics));
        return statistics;
    }

    /** The statistics over all who took the quiz. */
    public SiteStatistics site() {
        depend(new Dependency.OfSite(view.snapshot().number()));
        return view.snapshot().site();
    }

    /** Where they come from. */
    public Provenance siteProvenance() {
        depend(new Dependency.OfSite(view.snapshot().number()));
        return view.snapshot().provenance();
    }

    /** A text in every form, its figures those of the edition. */
    public RichText text(String markdown, @Nullable String quizRole) {
        RichTexts.Rendered rendered = texts.render(markdown, quizRole, view);
        rendered.dependencies().forEach(this::depend);
        return rendered.text();
    }

    /** The careers related to a guide, searched for once however often they are asked for. */
    public Related related(LiveDocument guide, List<String> pins, List<String> exclusions, int first) {
        String key = "related:" + guide.id() + ":" + first;
        if (dependencies.get(key) instanceof Dependency.OfRelated known) {
            return known.read();
        }
        Related related = careers.related(view.site(), guide, pins, exclusions, first);
        degraded |= related.degraded();
        dependencies.put(key, new Dependency.OfRelated(careers, guide, pins, exclusions, first, related));
        return related;
    }

    /**
     * What is found today, whatever edition is read; searched for once however often it is asked for.
     *
     * @throws RefusedQueryException if what is read is no edition
     */
    public SearchResults search(SiteQuery query) {
        return searches().search(query);
    }

    /**
     * What somebody who types may be looking for today, whatever edition is read.
     *
     * @param limit how many suggestions at most
     * @throws RefusedQueryException if what is read is no edition
     */
    public Suggestions suggest(String prefix, int limit) {
        return searches().suggest(prefix, limit);
    }

    private Searches searches() {
        if (searches == null) {
            throw new RefusedQueryException("What is searched is what is live, so nothing is found in a preview; ask"
                    + " `/graphql` for it.");
        }
        return searches;
    }

    /** Whether something was searched for. What is found is not noted among the dependencies. */
    public boolean hasSearched() {
        return searches != null && searches.any();
    }

    /** A document with its content; null: that is wanted, and here once it has been {@linkplain #load() loaded}. */
    public @Nullable Published published(LiveDocument document) {
        Published known = contents.get(document.publication());
        if (known == null) {
            ObjectNode content = stored.inMemory(document.publication());
            if (content == null) {
                wanted.putIfAbsent(document.publication(), document);
                return null;
            }
            known = keep(document, content);
        }
        return known;
    }

    private Published keep(LiveDocument document, ObjectNode content) {
        Published published = new Published(document, content,
                model.find(document.type()).flatMap(type -> type.quizRole(content)).orElse(null));
        contents.put(document.publication(), published);
        return published;
    }

    /**
     * Reads the content that is wanted, all in one batch.
     *
     * @return whether there was any: whatever asked for it is to ask again
     */
    public boolean load() {
        if (wanted.isEmpty()) {
            return false;
        }
        Map<String, ObjectNode> loaded = stored.load(wanted.keySet());
        wanted.forEach((id, document) -> keep(document, Objects.requireNonNull(loaded.get(id), id)));
        wanted.clear();
        return true;
    }

    /** What was read so far. */
    public Collection<Dependency> dependencies() {
        return List.copyOf(dependencies.values());
    }

    /** Whether something was away, so that what was read is not what it should be. */
    public boolean isDegraded() {
        return degraded || (searches != null && searches.isDegraded());
    }

    private void depend(Dependency dependency) {
        dependencies.putIfAbsent(dependency.surrogateKey(), dependency);
    }
}
