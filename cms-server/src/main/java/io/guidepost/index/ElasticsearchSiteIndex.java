package io.guidepost.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.json.JsonData;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index of the live site in Elasticsearch. Under an alias {@code guidepost-guides} there may be
 *
 * {@snippet lang=text :
 * guidepost-guides-4c8d1e5b7a90-1764245432123    behind the aliases guidepost-guides-4c8d1e5b7a90 and guidepost-guides
 * guidepost-guides-4c8d1e5b7a90-1764249871005    behind the alias guidepost-guides-4c8d1e5b7a90-beside
 * guidepost-guides-00f3a29d6b1e-1761830021944    behind the alias guidepost-guides-00f3a29d6b1e
 * }
 *
 * one that servers of a definition ask and write to, one that is to take its place and is being filled, and one of servers of another
 * definition. The alias that has no more to its name leads to the index that became full last: a server whose own index is not full asks
 * that one. When an index was last used stands in its metadata.
 */
public class ElasticsearchSiteIndex implements SiteIndex {

    private static final int PAGE = 1_000;
    private static final Duration UNUSED = Duration.ofHours(1);
    private static final String USED = "used";
    /** Two questions of three that fail, or are answered late, keep all others from being asked for a second. */
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom().slidingWindowSize(6)
            .minimumNumberOfCalls(3).failureRateThreshold(60).slowCallDurationThreshold(Duration.ofMillis(1_500))
            .slowCallRateThreshold(60).waitDurationInOpenState(Duration.ofSeconds(1))
            .permittedNumberOfCallsInHalfOpenState(1).maxWaitDurationInHalfOpenState(Duration.ofSeconds(5))
            .recordException(ElasticsearchCalls::isOutage).build();

    private final ElasticsearchClient client;
    private final Clock clock;
    private final IndexDefinition definition;
    private final String shared;
    private final String filled;
    private final String beside;
    private final Pattern names;
    private final ElasticsearchEntryStore entries;
    private final CircuitBreaker breaker;
    private volatile Searched searched;

    /**
     * An index.
     *
     * @param client how to reach Elasticsearch
     * @param clock names indexes
     * @param alias what all indexes of this kind share the beginning of their names with
     * @param definition what this server's looks like
     */
    protected ElasticsearchSiteIndex(ElasticsearchClient client, Clock clock, String alias,
            IndexDefinition definition) {
        this.client = client;
        this.clock = clock;
        this.definition = definition;
        this.shared = alias;
        this.filled = alias + "-" + definition.hash();
        this.beside = filled + "-beside";
        this.names = Pattern.compile(Pattern.quote(alias) + "(?:-([0-9a-f]{12}))?-(\\d{13,})");
        this.entries = new ElasticsearchEntryStore(client, filled);
        this.breaker = CircuitBreaker.of(alias, BREAKER);
        this.searched = new Searched(filled, Set.of());
    }

    private record Stamped(String id, String stamp) {}

    /**
     * An index that there is.
     *
     * @param definition the hash of its definition
     * @param made when it was made, in milliseconds
     * @param used when it was in use last, in milliseconds
     * @param aliases what leads to it
     */
    private record Present(String name, String definition, long made, long used, Set<String> aliases) {}

    /** Where questions go. */
    protected final Searched searched() {
        return searched;
    }

    /**
     * Asks a question of a reader's. While the engine fails to answer most of them, it is not asked.
     *
     * @throws SearchUnavailableException if there is no answer
     */
    protected final <T> T ask(Inquiry<T> question) {
        try {
            return breaker.executeSupplier(() -> ElasticsearchCalls.make(question));
        } catch (CallNotPermittedException failing) {
            throw new SearchUnavailableException(failing);
        }
    }

    /**
     * Asks what the server itself has to know; that comes through whatever became of readers' questions.
     *
     * @throws SearchUnavailableException if there is no answer
     */
    protected final <T> T call(Inquiry<T> inquiry) {
        return ElasticsearchCalls.make(inquiry);
    }

    /** Whether questions can be asked of an index of another definition: of one that lacks nothing, unless a subclass knows better. */
    protected boolean canAsk(Searched other) {
        return other.missing().isEmpty();
    }

    @Override
    public void create() {
        call(() -> exists(filled) || create(filled));
    }

    private boolean create(String alias) throws IOException {
        return client.indices().create(request -> request.withJson(new StringReader(definition.json()))
                .index(filled + "-" + clock.millis()).aliases(alias, of -> of.isWriteIndex(true))).acknowledged();
    }

    private boolean exists(String alias) throws IOException {
        return client.indices().existsAlias(request -> request.name(alias)).value();
    }

    /** The indexes behind an alias. */
    private Set<String> behind(String alias) throws IOException {
        return exists(alias) ? client.indices().getAlias(request -> request.name(alias)).aliases().keySet() : Set.of();
    }

    @Override
    public void open() {
        call(() -> {
            List<Action> actions = share(behind(filled));
            return actions.isEmpty()
                    || client.indices().updateAliases(request -> request.actions(actions)).acknowledged();
        });
        searched = new Searched(filled, Set.of());
        breaker.transitionToClosedState();
    }

    /** What makes the shared alias lead to indexes and to no other. */
    private List<Action> share(Set<String> wanted) throws IOException {
        Set<String> present = behind(shared);
        List<Action> actions = new ArrayList<>();
        wanted.stream().filter(index -> !present.contains(index)).forEach(index -> actions.add(add(index, shared)));
        present.stream().filter(index -> !wanted.contains(index)).forEach(index -> actions.add(remove(index, shared)));
        return actions;
    }

    private static Action add(String index, String alias) {
        return Action.of(action -> action.add(add -> add.index(index).alias(alias)));
    }

    private static Action remove(String index, String alias) {
        return Action.of(action -> action.remove(remove -> remove.index(index).alias(alias)));
    }

    @Override
    public boolean borrow() {
        Optional<Searched> other = call(this::lent);
        other.ifPresent(found -> searched = found);
        return other.isPresent();
    }

    private Optional<Searched> lent() throws IOException {
        Set<String> own = behind(filled);
        Optional<String> other = behind(shared).stream().filter(index -> !own.contains(index)).findFirst();
        if (own.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Map<String, IndexMappingRecord> mappings = client.indices()
                .getMapping(request -> request.index(other.get(), own.iterator().next())).mappings();
        Map<String, Property> there = fields(mappings, other.get());
        Set<String> missing = new HashSet<>();
        fields(mappings, own.iterator().next()).forEach((name, field) -> {
            if (!field.toString().equals(String.valueOf(there.get(name)))) {
                missing.add(name);
            }
        });
        return Optional.of(new Searched(other.get(), missing)).filter(this::canAsk);
    }

    private static Map<String, Property> fields(Map<String, IndexMappingRecord> mappings, String index) {
        return Objects.requireNonNull(mappings.get(index)).mappings().properties();
    }

    @Override
    public Map<String, String> stamps() {
        refresh();
        return call(() -> {
            Map<String, String> stamps = new HashMap<>();
            String last = "";
            while (true) {
                String from = last;
                SearchResponse<Stamped> page = client.search(request -> request.index(filled).size(PAGE)
                        .source(source -> source.filter(filter -> filter.includes("id", "stamp")))
                        .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)))
                        .searchAfter(value -> value.stringValue(from)), Stamped.class);
                List<Hit<Stamped>> hits = page.hits().hits();
                if (hits.isEmpty()) {
                    return stamps;
                }
                for (Hit<Stamped> hit : hits) {
                    Stamped entry = Objects.requireNonNull(hit.source());
                    stamps.put(entry.id(), entry.stamp());
                    last = entry.id();
                }
            }
        });
    }

    @Override
    public long count() {
        return call(() -> client.count(request -> request.index(filled)).count());
    }

    @Override
    public Written put(Collection<Entry> wanted) {
        return entries.put(wanted);
    }

    @Override
    public Written remove(Collection<String> ids) {
        return entries.remove(ids);
    }

    @Override
    public void refresh() {
        entries.refresh();
    }

    @Override
    public void keep() {
        call(() -> client.indices().putMapping(request -> request.index(filled)
                .meta(USED, JsonData.of(clock.millis()))).acknowledged() && removeUnused());
    }

    private boolean removeUnused() throws IOException {
        Set<String> lent = behind(shared);
        List<Present> present = present();
        List<Present> others = present.stream().filter(index -> !index.definition().equals(definition.hash()))
                .sorted(Comparator.comparingLong(Present::made).reversed()).toList();
        long since = clock.instant().minus(UNUSED).toEpochMilli();
        List<String> unused = new ArrayList<>();
        others.stream().skip(1)
                .filter(index -> Math.max(index.made(), index.used()) < since && !lent.contains(index.name()))
                .forEach(index -> unused.add(index.name()));
        present.stream().filter(index -> index.definition().equals(definition.hash()) && isLeftOver(index, since))
                .forEach(index -> unused.add(index.name()));
        return unused.isEmpty() || client.indices().delete(request -> request.index(unused)).acknowledged();
    }

    /** Whether an index of the present definition has been replaced, or was to replace another and never did. */
    private boolean isLeftOver(Present index, long since) {
        return index.aliases().isEmpty() || (!index.aliases().contains(filled) && index.made() < since);
    }

    private List<Present> present() throws IOException {
        List<Present> present = new ArrayList<>();
        client.indices().get(request -> request.index(shared + "-*")).indices().forEach((name, state) -> {
            Matcher parts = names.matcher(name);
            if (parts.matches()) {
                present.add(
                        new Present(name, String.valueOf(parts.group(1)), Long.parseLong(parts.group(2)), used(state),
                                state.aliases().keySet()));
            }
        });
        return present;
    }

    private static long used(IndexState state) {
        JsonData used = state.mappings() == null ? null : state.mappings().meta().get(USED);
        return used == null ? 0 : used.to(Long.class);
    }

    @Override
    public EntryStore beside() {
        call(() -> {
            List<String> begun = List.copyOf(behind(beside));
            return (begun.isEmpty() || client.indices().delete(request -> request.index(begun)).acknowledged())
                    && create(beside);
        });
        return new ElasticsearchEntryStore(client, beside);
    }

    @Override
    public void takeOver() {
        call(() -> {
            Set<String> next = behind(beside);
            if (next.isEmpty()) {
                throw new IOException("The index that was to take over is gone");
            }
            List<Action> actions = share(next);
            behind(filled).forEach(index -> actions.add(remove(index, filled)));
            next.forEach(index -> {
                actions.add(Action.of(action -> action
                        .add(add -> add.index(index).alias(filled).isWriteIndex(true))));
                actions.add(remove(index, beside));
            });
            return client.indices().updateAliases(request -> request.actions(actions)).acknowledged();
        });
        searched = new Searched(filled, Set.of());
    }
}
