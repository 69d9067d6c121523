package io.guidepost.work;

import static io.guidepost.work.ElasticsearchCalls.ask;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps {@link WorkEntry entries} in an Elasticsearch index behind an alias, by document id. The index is named after the form of its
 * mapping, so that servers that make it at once make one. Writes need the alias, and carry the stamp as an external version: whichever
 * server writes last, the newest state stays.
 */
@Component
class ElasticsearchWorkIndex implements WorkIndex {

    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchWorkIndex.class);
    /** Later than any stamp: a document that is gone for good does not come back. */
    private static final long GONE = 1L << 60;
    private static final int CHARACTERS_AT_ONCE = 4_000_000;
    private static final String FORM = "form";
    private static final String BEGUN = "begun";

    private final ElasticsearchClient client;
    private final String alias;
    private final int form;

    /** Refuses to share an index that the public site is searched in. */
    @Autowired
    ElasticsearchWorkIndex(ElasticsearchClient client, WorkProperties properties,
            @Value("${guidepost.related.index:guidepost-guides}") String related,
            @Value("${guidepost.search.index:guidepost-search}") String searched) {
        this(client, properties.index(), ElasticsearchWorkMapping.FORM);
        if (alias.equals(related) || alias.equals(searched)) {
            throw new IllegalArgumentException(
                    "guidepost.work.index must be neither guidepost.related.index nor guidepost.search.index: drafts are"
                            + " not public.");
        }
    }

    ElasticsearchWorkIndex(ElasticsearchClient client, String alias, int form) {
        this.client = client;
        this.alias = alias;
        this.form = form;
    }

    @Override
    public State prepare() {
        return ask(() -> {
            String name = alias + "-v" + form;
            if (!client.indices().existsAlias(request -> request.name(alias)).value()) {
                create(name);
                client.indices().updateAliases(request -> request
                        .actions(action -> action.add(add -> add.index(name).alias(alias))));
                return State.NEW;
            }
            Map.Entry<String, IndexMappingRecord> current = client.indices()
                    .getMapping(request -> request.index(alias)).mappings().entrySet().iterator().next();
            Map<String, JsonData> meta = current.getValue().mappings().meta();
            JsonData found = meta.get(FORM);
            int known = found == null ? 0 : found.to(Integer.class);
            if (known > form) {
                return State.NEWER;
            }
            if (known < form) {
                create(name);
                client.indices().updateAliases(request -> request
                        .actions(action -> action.add(add -> add.index(name).alias(alias)))
                        .actions(action -> action.removeIndex(remove -> remove.index(current.getKey()))));
                return State.NEW;
            }
            return meta.containsKey(BEGUN) ? State.BEGUN : State.NEW;
        });
    }

    private void create(String name) throws IOException {
        try {
            client.indices().create(request -> request.index(name)
                    .settings(settings -> settings.numberOfShards("1").numberOfReplicas("0")
                            // How long a removed entry stays removed for a server that was asleep.
                            .gcDeletes(time -> time.time("1h")))
                    .mappings(mapping -> ElasticsearchWorkMapping.of(mapping).meta(FORM, JsonData.of(form))));
        } catch (ElasticsearchException refusal) {
            if (!"resource_already_exists_exception".equals(refusal.error().type())) {
                throw refusal;
            }
        }
    }

    @Override
    public void begun() {
        ask(() -> client.indices()
                .putMapping(request -> request.index(alias + "-v" + form).meta(FORM, JsonData.of(form))
                        .meta(BEGUN, JsonData.of(true))));
    }

    @Override
    public void put(Collection<WorkEntry> entries, Collection<String> gone) {
        BulkRequest.Builder bulk = bulk();
        int characters = 0;
        int operations = 0;
        for (WorkEntry entry : entries) {
            bulk.operations(operation -> operation.index(put -> put.id(entry.id()).version(entry.stamp())
                    .versionType(VersionType.ExternalGte).document(entry)));
            operations++;
            characters += entry.text().length();
            if (characters > CHARACTERS_AT_ONCE) {
                send(bulk.build());
                bulk = bulk();
                characters = 0;
                operations = 0;
            }
        }
        for (String id : gone) {
            bulk.operations(operation -> operation
                    .delete(delete -> delete.id(id).version(GONE).versionType(VersionType.ExternalGte)));
            operations++;
        }
        if (operations > 0) {
            send(bulk.build());
        }
    }

    private BulkRequest.Builder bulk() {
        return new BulkRequest.Builder().index(alias).requireAlias(true).refresh(Refresh.True);
    }

    private void send(BulkRequest bulk) {
        for (BulkResponseItem item : ask(() -> client.bulk(bulk)).items()) {
            ErrorCause error = item.error();
            if (error == null || item.status() == 409) {
                continue;
            }
            if (item.status() == 400) {
                LOG.error("Elasticsearch cannot take {}, which is not found by searching: {}", item.id(),
                        error.reason());
            } else {
                throw new SearchUnavailableException(
                        new IOException("Elasticsearch refused a part of a bulk request: " + error.reason()));
            }
        }
    }

    @Override
    public List<String> checkedBefore(Instant before, int limit) {
        return ask(() -> client
                .search(request -> request.index(alias).size(limit).source(source -> source.fetch(false))
                        .query(query -> query.range(range -> range
                                .longNumber(number -> number.field("checked").lt(before.toEpochMilli()))))
                        .sort(sort -> sort.field(field -> field.field("checked").order(SortOrder.Asc))),
                        Void.class)
                .hits().hits().stream().map(hit -> Objects.requireNonNull(hit.id())).toList());
    }

    @Override
    public Found find(WorkQuery query) {
        ElasticsearchWorkSearch search = new ElasticsearchWorkSearch(query);
        return ask(() -> search.read(client.search(search.request(alias), ElasticsearchWorkSearch.Shown.class)));
    }
}
