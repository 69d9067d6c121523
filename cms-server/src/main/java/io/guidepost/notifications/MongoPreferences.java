package io.guidepost.notifications;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.guidepost.security.PersonId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Keeps what people chose in the collection {@code notification-preferences}:
 *
 * {@snippet lang=json :
 * {"_id": "eve", "mail": ["approval-voided", "review-requested"]}
 * }
 */
@Repository
class MongoPreferences implements Preferences {

    private final MongoCollection<Document> preferences;

    MongoPreferences(MongoDatabase database) {
        this.preferences = database.getCollection("notification-preferences");
    }

    @Override
    public Set<NotificationKind> mailed(PersonId person) {
        Document chosen = preferences.find(eq("_id", person.value())).first();
        return chosen == null
                ? NotificationKind.askingForAction()
                : chosen.getList("mail", String.class).stream().map(NotificationKind::ofWord)
                        .flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void choose(PersonId person, Set<NotificationKind> mailed) {
        preferences.updateOne(eq("_id", person.value()),
                set("mail", mailed.stream().map(NotificationKind::word).sorted().toList()),
                new UpdateOptions().upsert(true));
    }
}
