package io.guidepost.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the index behind an alias, in requests of limited size. What Elasticsearch has no room for at the moment is sent again after
 * pauses that grow. Writes need the alias, so that no index without the right mapping can come about by itself.
 */
final class ElasticsearchEntryStore implements EntryStore {

    private static final int OPERATIONS = 500;
    private static final long BYTES = 4_000_000;
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final String JSON = "application/json";
    private static final int UNFIT = 400;
    private static final int UNKNOWN = 404;
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private final ElasticsearchClient client;
    private final String alias;
    private final Consumer<Duration> rest;

    ElasticsearchEntryStore(ElasticsearchClient client, String alias) {
        this(client, alias, ElasticsearchEntryStore::rest);
    }

    /** One that spends its pauses in another way. */
    ElasticsearchEntryStore(ElasticsearchClient client, String alias, Consumer<Duration> rest) {
        this.client = client;
        this.alias = alias;
        this.rest = rest;
    }

    /**
     * What is to be done to one entry.
     *
     * @param document what replaces it, as JSON; null: it is removed
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Step(String id, byte @Nullable [] document) {

        long bytes() {
            return document == null ? 0 : document.length;
        }
    }

    @Override
    public Written put(Collection<Entry> entries) {
        return send(entries.stream().map(entry -> new Step(entry.id(), json(entry.document()))).toList());
    }

    private byte[] json(Object document) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            BinaryData.of(document, client._jsonpMapper()).writeTo(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return json.toByteArray();
    }

    @Override
    public Written remove(Collection<String> ids) {
        return send(ids.stream().map(id -> new Step(id, null)).toList());
    }

    private static BulkOperation operation(Step step) {
        byte[] document = step.document();
        return BulkOperation.of(operation -> document == null
                ? operation.delete(delete -> delete.id(step.id()))
                : operation.index(index -> index.id(step.id()).document(BinaryData.of(document, JSON))));
    }

    @Override
    public void refresh() {
        ElasticsearchCalls.make(() -> client.indices().refresh(request -> request.index(alias)));
    }

    private Written send(List<Step> steps) {
        Outcome outcome = new Outcome();
        List<Step> request = new ArrayList<>();
        long bytes = 0;
        for (Step step : steps) {
            if (!request.isEmpty() && (request.size() == OPERATIONS || bytes + step.bytes() > BYTES)) {
                deliver(request, outcome);
                request = new ArrayList<>();
                bytes = 0;
            }
            if (outcome.refusal != null) {
                break;
            }
            request.add(step);
            bytes += step.bytes();
        }
        if (!request.isEmpty() && outcome.refusal == null) {
            deliver(request, outcome);
        }
        return new Written(outcome.done, outcome.unfit, outcome.refusal);
    }

    /** Sends steps until none of them is left that Elasticsearch may yet take, or it has been asked often enough. */
    private void deliver(List<Step> steps, Outcome outcome) {
        List<Step> left = steps;
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            String busy = null;
            List<Step> again = new ArrayList<>();
            List<BulkResponseItem> items = items(left);
            for (int i = 0; i < items.size(); i++) {
                BulkResponseItem item = items.get(i);
                if (item.error() != null && BUSY.contains(item.status())) {
                    busy = reason(item.error());
                    again.add(left.get(i));
                } else {
                    outcome.add(left.get(i).id(), item.status(), item.error() == null ? null : reason(item.error()));
                }
            }
            if (!again.isEmpty() && attempt == ATTEMPTS) {
                outcome.refusal = busy;
                return;
            }
            left = again;
            if (!left.isEmpty()) {
                rest.accept(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private List<BulkResponseItem> items(List<Step> steps) {
        return ElasticsearchCalls.make(() -> client.bulk(request -> request.index(alias).requireAlias(true)
                .operations(steps.stream().map(ElasticsearchEntryStore::operation).toList())).items());
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailableException(interrupted);
        }
    }

    private static String reason(ErrorCause error) {
        return error.type() + (error.reason() == null ? "" : ": " + error.reason());
    }

    private static final class Outcome {

        private final Set<String> done = new HashSet<>();
        private final Map<String, String> unfit = new HashMap<>();
        private @Nullable String refusal;

        void add(String id, int status, @Nullable String error) {
            if (error == null) {
                done.add(id);
            } else if (status == UNFIT) {
                unfit.put(id, error);
            } else if (status == UNKNOWN) {
                throw new SearchUnavailableException(new IOException(error));
            } else {
                refusal = error;
            }
        }
    }
}
