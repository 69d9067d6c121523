package io.guidepost.notifications;

import com.mongodb.client.MongoDatabase;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Reviewing;
import io.guidepost.release.Change;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.security.Actor;
import io.guidepost.security.Colleagues;
import io.guidepost.server.ContentNode;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A node that tells people what happens, when it is asked to. */
final class NewsNode implements AutoCloseable {

    private final ContentNode node;

    NewsNode(MongoDatabase database) {
        this.node = new ContentNode(database, Configuration.class);
    }

    <T> T get(Class<T> type) {
        return node.get(type);
    }

    /** Tells what is to be told now. */
    void round() {
        get(DocumentFollower.class).round();
        get(ReleaseFollower.class).round();
    }

    Editing editing() {
        return get(Editing.class);
    }

    Reviewing reviewing() {
        return get(Reviewing.class);
    }

    Document head(String slug) {
        return get(Documents.class).find(id(slug)).orElseThrow();
    }

    Document written(Actor by, String slug) {
        return editing().create(by, "Faq", id(slug), ContentNode.faq(slug, "As it is."));
    }

    Document submitted(Actor by, String slug) {
        written(by, slug);
        return reviewing().submit(by, id(slug), head(slug).version());
    }

    Document approved(Actor author, Actor reviewer, String slug) {
        return reviewing().approve(reviewer, id(slug), submitted(author, slug).version());
    }

    void released(Actor by, Change... changes) {
        get(Releases.class).publish(by, new ReleaseRequest(List.of(changes), "News"));
    }

    static DocumentId id(String slug) {
        return new DocumentId("faq-" + slug);
    }

    /** What somebody has been told, the oldest first. */
    List<Notification> of(Actor person) {
        return get(Notifications.class).list(person.id(), false, null, 100).reversed();
    }

    List<NotificationKind> kinds(Actor person) {
        return of(person).stream().map(Notification::kind).toList();
    }

    List<String> texts(Actor person) {
        return of(person).stream().map(one -> one.message().text()).toList();
    }

    /** What somebody has been told and not read. */
    List<NotificationKind> unread(Actor person) {
        return get(Notifications.class).list(person.id(), true, null, 100).stream().map(Notification::kind).toList();
    }

    /** How many notifications there are, whosever they are. */
    int all() {
        return Stream.of(Team.ANN, Team.EVE, Team.EDGAR, Team.LINUS, Team.LEA).mapToInt(person -> of(person).size())
                .sum();
    }

    @Override
    public void close() {
        node.close();
    }

    /** All of the package but what runs by itself. No stereotype: never scanned. */
    @Import({MongoNotifications.class, MongoPreferences.class, MongoProgress.class, MongoOutbox.class, Names.class,
        Letters.class, Notifying.class, WorkflowNews.class, MootReviews.class, ReleaseNews.class, PlanNews.class,
        CommentNews.class,
        TaskNews.class, Authors.class,
        DocumentFollower.class, ReleaseFollower.class})
    @EnableConfigurationProperties(NotificationProperties.class)
    static class Configuration {

        @Bean
        @Primary
        Colleagues team() {
            return new Team();
        }
    }
}
