package io.guidepost.release.plan;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.guidepost.editorial.DocumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Keeps plans in the collection {@code planned-releases}, as {@link MongoStoredPlan} writes them.
 */
@Repository
class MongoPlannedReleases implements PlannedReleases {

    private final MongoCollection<Document> plans;

    MongoPlannedReleases(MongoDatabase database) {
        this.plans = database.getCollection("planned-releases");
        plans.createIndex(Indexes.ascending("state.name", "state.due", "_id"));
    }

    @Override
    public Optional<PlannedRelease> find(PlanId id) {
        return Optional.ofNullable(plans.find(eq("_id", id.value())).first()).map(MongoStoredPlan::read);
    }

    @Override
    public void add(PlannedRelease plan) {
        plans.insertOne(MongoStoredPlan.write(plan).append("_id", plan.id().value()));
    }

    @Override
    public boolean replace(PlannedRelease before, PlannedRelease after) {
        return plans.updateOne(and(eq("_id", before.id().value()), eq("version", before.version())),
                new Document("$set", MongoStoredPlan.write(after))).getModifiedCount() == 1;
    }

    @Override
    public List<PlannedRelease> list(@Nullable String state, @Nullable PlanId before, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(before == null ? gt("_id", "") : lt("_id", before.value()));
        if (state != null) {
            filters.add(eq("state.name", state));
        }
        return plans.find(and(filters)).sort(descending("_id")).limit(limit).map(MongoStoredPlan::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<PlannedRelease> scheduled(DocumentId document) {
        return plans.find(and(eq("state.name", "Scheduled"),
                elemMatch("changes", and(eq("document", document.value()), eq("action", "publish")))))
                .map(MongoStoredPlan::read).into(new ArrayList<>());
    }

    @Override
    public List<PlannedRelease> due(Instant now, int limit) {
        Date date = Date.from(now);
        return plans.find(and(eq("state.name", "Scheduled"), lte("state.due", date),
                not(gt("state.claim.until", date)))).sort(ascending("state.due", "_id")).limit(limit)
                .map(MongoStoredPlan::read).into(new ArrayList<>());
    }
}
