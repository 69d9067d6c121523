package io.guidepost.work;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Documents.DocumentQuery;
import io.guidepost.editorial.Workflow;
import io.guidepost.work.WorkIndex.Found;
import io.guidepost.work.WorkIndex.Hit;
import io.guidepost.work.WorkPage.Counts;
import io.guidepost.work.WorkQuery.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What is being written or reviewed, from the database: slower than the index and without problems, for when that is away. */
@Component
class OpenWork {

    private static final List<String> OPEN = List.of("Draft", "InReview", "ChangesRequested");
    private static final int PAGE = 2_000;

    private final Documents documents;
    private final Origins origins;
    /** Reading is a scan, which all who ask within a few seconds share. */
    private final LoadingCache<String, List<Document>> read = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(5)).build(this::read);

    OpenWork(Documents documents, Origins origins) {
        this.documents = documents;
        this.origins = origins;
    }

    /** What a query about somebody's own work asks for; nothing but type, state and whose it is counts. */
    Found find(WorkQuery query) {
        Filters filters = query.filters();
        List<Document> all = OPEN.stream().flatMap(state -> read.get(state).stream())
                .filter(document -> filters.whose().includes(document, origins)).toList();
        Map<String, Long> states = new LinkedHashMap<>();
        Workflow.STATES.forEach(state -> states.put(state, 0L));
        Map<String, Long> types = new TreeMap<>();
        List<Hit> hits = new ArrayList<>();
        for (Document document : all) {
            boolean ofType = isAmong(filters.types(), document.type());
            boolean inState = isAmong(filters.states(), document.workflow().state());
            if (ofType) {
                states.merge(document.workflow().state(), 1L, Long::sum);
            }
            if (inState) {
                types.merge(document.type(), 1L, Long::sum);
            }
            if (ofType && inState) {
                hits.add(new Hit(WorkItem.of(document, null, null), value(query, document)));
            }
        }
        Cursor after = query.after();
        Comparator<Hit> order = order(query);
        List<Hit> page = hits.stream().sorted(order)
                .filter(hit -> after == null || isBehind(hit, after, query.ascending())).limit(query.limit()).toList();
        return new Found(hits.size(), new Counts(states, types), page);
    }

    private List<Document> read(String state) {
        List<Document> all = new ArrayList<>();
        List<Document> page;
        do {
            page = documents.list(new DocumentQuery(null, state, null, null, false,
                    all.isEmpty() ? null : all.getLast().id().value(), PAGE));
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private static boolean isAmong(Set<String> values, String value) {
        return values.isEmpty() || values.contains(value);
    }

    private static Long value(WorkQuery query, Document document) {
        return query.order() == WorkOrder.SUBMITTED && document.workflow() instanceof Workflow.InReview review
                ? review.at().toEpochMilli()
                : document.revision().at().toEpochMilli();
    }

    private static Comparator<Hit> order(WorkQuery query) {
        Comparator<Hit> byValue = Comparator.comparing(hit -> (Long) hit.value());
        return (query.ascending() ? byValue : byValue.reversed()).thenComparing(hit -> hit.item().id());
    }

    private static boolean isBehind(Hit hit, Cursor after, boolean ascending) {
        int compared = ((Long) hit.value()).compareTo((Long) after.value());
        return compared == 0 ? hit.item().id().compareTo(after.id()) > 0 : ascending == compared > 0;
    }
}
