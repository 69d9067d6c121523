package io.guidepost.editorial.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.guidepost.comparison.Anchor;
import io.guidepost.comparison.TextRange;
import io.guidepost.editorial.DocumentId;
import io.guidepost.security.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What every store of comments must keep to. */
abstract class CommentsContract {

    private static final DocumentId ONE = new DocumentId("note-one");
    private static final DocumentId TWO = new DocumentId("note-two");
    private static final PersonId ADA = new PersonId("ada");
    private static final Instant NOW = Instant.parse("2026-02-28T09:30:00Z");

    private Comments comments;

    /** An empty database. */
    abstract MongoDatabase database();

    @BeforeEach
    void open() {
        comments = new MongoComments(database());
    }

    @Test
    void a_thread_is_read_as_it_was_stored() {
        CommentThread thread = thread(1, ONE);
        comments.add(thread);
        assertThat(comments.find(ONE, thread.id())).contains(thread);
        assertThat(comments.find(TWO, thread.id())).isEmpty();

        CommentThread changed = thread.with(thread.opening().edited("Or not?", List.of(), NOW))
                .turned(new Turn(true, ADA, NOW));
        assertThat(comments.replace(thread, changed)).isTrue();
        assertThat(comments.find(ONE, thread.id())).contains(changed);
    }

    @Test
    void a_change_of_a_superseded_version_changes_nothing() {
        CommentThread thread = thread(1, ONE);
        comments.add(thread);
        comments.reply(ONE, thread.id(), comment(2));

        assertThat(comments.replace(thread, thread.turned(new Turn(true, ADA, NOW)))).isFalse();
        assertThat(comments.remove(thread)).isFalse();
        assertThat(comments.find(ONE, thread.id()).orElseThrow()).satisfies(now -> {
            assertThat(now.replies()).containsExactly(comment(2));
            assertThat(now.resolved()).isFalse();
        });
    }

    @Test
    void many_replies_at_once_are_all_kept_up_to_the_most_there_can_be() throws Exception {
        CommentThread thread = thread(1, ONE);
        comments.add(thread);
        long added = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> tasks = IntStream.range(2, CommentThread.MOST_REPLIES + 12)
                    .<Callable<Boolean>>mapToObj(n -> () -> comments.reply(ONE, thread.id(), comment(n))).toList();
            for (Future<Boolean> task : pool.invokeAll(tasks)) {
                added += task.get() ? 1 : 0;
            }
        }

        CommentThread now = comments.find(ONE, thread.id()).orElseThrow();
        assertThat(added).isEqualTo(CommentThread.MOST_REPLIES);
        assertThat(now.replies()).hasSize(CommentThread.MOST_REPLIES).doesNotHaveDuplicates();
        assertThat(now.version()).isEqualTo(CommentThread.MOST_REPLIES + 1);
        assertThat(comments.reply(TWO, thread.id(), comment(2))).isFalse();
    }

    @Test
    void threads_are_listed_the_oldest_first_by_state_and_in_pages_and_open_ones_are_counted() {
        List<CommentThread> threads = IntStream.of(1, 2, 3).mapToObj(n -> thread(n, ONE)).toList();
        threads.reversed().forEach(comments::add);
        comments.add(thread(4, TWO));
        comments.replace(threads.get(1), threads.get(1).turned(new Turn(true, ADA, NOW)));

        assertThat(comments.list(ONE, null, null, 9)).extracting(CommentThread::id).containsExactly(id(1), id(2),
                id(3));
        assertThat(comments.list(ONE, null, id(1), 1)).extracting(CommentThread::id).containsExactly(id(2));
        assertThat(comments.list(ONE, true, null, 9)).extracting(CommentThread::id).containsExactly(id(2));
        assertThat(comments.list(ONE, false, null, 9)).extracting(CommentThread::id).containsExactly(id(1), id(3));
        assertThat(comments.open(List.of(ONE, TWO, new DocumentId("note-three")))).isEqualTo(Map.of(ONE, 2, TWO, 1));
    }

    @Test
    void a_place_is_only_found_in_later_versions() {
        CommentThread thread = thread(1, ONE);
        comments.add(thread);
        Place later = new Place(7, new Anchor("/title", new TextRange(4, 9, "Maybe")));
        comments.found(thread.id(), later);
        comments.found(thread.id(), new Place(6, thread.made().anchor()));
        comments.gone(thread.id(), 8);

        assertThat(comments.find(ONE, thread.id()).orElseThrow()).satisfies(now -> {
            assertThat(now.found()).isEqualTo(later);
            assertThat(now.made()).isEqualTo(thread.made());
            assertThat(now.goneAt()).isEqualTo(8);
            assertThat(now.version()).isEqualTo(1);
        });
    }

    @Test
    void all_that_is_on_a_document_is_forgotten_together() {
        comments.add(thread(1, ONE));
        comments.add(thread(2, TWO));
        comments.keep(ONE, 3, JsonMapper.shared().createObjectNode().put("title", "Pay"));
        assertThat(comments.kept(ONE, 3).orElseThrow().get("title").stringValue()).isEqualTo("Pay");

        comments.forget(ONE);

        assertThat(comments.list(ONE, null, null, 9)).isEmpty();
        assertThat(comments.kept(ONE, 3)).isEmpty();
        assertThat(comments.list(TWO, null, null, 9)).hasSize(1);
    }

    private static CommentThread thread(int number, DocumentId document) {
        return CommentThread.of(document, new Place(4, new Anchor("/title", new TextRange(0, 5, "Maybe"))),
                comment(number));
    }

    private static Comment comment(int number) {
        return new Comment(id(number), ADA, NOW, "Which is it?", List.of(new PersonId("eve")), null);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
