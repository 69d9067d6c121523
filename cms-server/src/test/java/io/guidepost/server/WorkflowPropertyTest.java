package io.guidepost.server;

import static io.guidepost.server.ContentNode.faq;
import static io.guidepost.server.ContentNode.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.comparison.Comparison;
import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.Reference;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.IllegalMoveException;
import io.guidepost.editorial.InvalidContentException;
import io.guidepost.editorial.Reviewers;
import io.guidepost.editorial.Reviewing;
import io.guidepost.editorial.SaveOptions;
import io.guidepost.editorial.SelfApprovalException;
import io.guidepost.editorial.StaleVersionException;
import io.guidepost.editorial.StillLiveException;
import io.guidepost.editorial.StillReferencedException;
import io.guidepost.editorial.Trash;
import io.guidepost.editorial.TrashedDocumentException;
import io.guidepost.editorial.Workflow;
import io.guidepost.release.Action;
import io.guidepost.release.Change;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.release.Publications;
import io.guidepost.release.ReleaseRefusedException;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.security.Actor;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import io.guidepost.storage.TestMongo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Random commands by several people, on documents that refer to each other. */
class WorkflowPropertyTest {

    private static final List<String> FAQS = List.of("faq-one", "faq-two", "faq-three");
    private static final List<String> SOURCES = List.of("source-one", "source-two");
    private static final List<Actor> PEOPLE = List.of(person("ada", Role.AUTHOR), person("bob", Role.AUTHOR),
            person("eve", Role.EDITOR), person("linus", Role.PUBLISHER), person("root", Role.ADMIN));
    private static final int STEPS = 300;

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final Map<Step, Integer> done = new EnumMap<>(Step.class);
    private ContentNode node;
    private Documents documents;

    private enum Step {
        CREATE, SAVE, MERGE, RESTORE, SUBMIT, TAKE_BACK, APPROVE, REQUEST_CHANGES, DELETE, UNDELETE, PUBLISH, WITHDRAW, ROLL_BACK
    }

    @BeforeEach
    void start() {
        node = new ContentNode(mongo.database());
        documents = node.get(Documents.class);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void whatever_people_do_states_stay_legal_history_leads_to_the_head_and_nothing_live_dangles(long seed) {
        Random random = new Random(seed);
        for (int number = 0; number < STEPS; number++) {
            Actor actor = PEOPLE.get(random.nextInt(PEOPLE.size()));
            String id = pick(random, random.nextInt(5) < 2 ? SOURCES : FAQS);
            Document before = documents.find(new DocumentId(id)).orElse(null);
            Step step = random.nextBoolean()
                    ? onwards(before)
                    : Step.values()[random.nextInt(Step.values().length)];
            boolean made = tried(step, actor, id, before, random, number);
            Document after = documents.find(new DocumentId(id)).orElse(null);
            String description = "seed %d, step %d: %s of %s by %s".formatted(seed, number, step, id,
                    actor.id().value());
            if (made) {
                done.merge(step, 1, Integer::sum);
            } else {
                assertThat(after).as(description + " was refused").isEqualTo(before);
            }
            if (after != null) {
                assertThat(after.workflow()).as(description).satisfies(state -> assertLegal(after, state));
            }
            assertNothingDangles(description);
        }
        FAQS.forEach(this::assertHistoryLeadsToTheHead);
        SOURCES.forEach(this::assertHistoryLeadsToTheHead);
        assertThat(done.keySet()).as("seed %d did of everything something", seed).contains(Step.CREATE, Step.SAVE,
                Step.SUBMIT, Step.APPROVE, Step.PUBLISH);
    }

    /** What leads a document towards the live site. */
    private static Step onwards(Document document) {
        if (document == null) {
            return Step.CREATE;
        }
        if (document.trashed() != null) {
            return Step.UNDELETE;
        }
        return switch (document.workflow()) {
            case Workflow.Draft _ -> Step.SUBMIT;
            case Workflow.ChangesRequested _ -> Step.SAVE;
            case Workflow.InReview _ -> Step.APPROVE;
            case Workflow.Approved _ -> Step.PUBLISH;
        };
    }

    /** Whether a command was carried out; only refusals that the commands name are no failures. */
    private boolean tried(Step step, Actor actor, String id, Document before, Random random, int number) {
        try {
            return carriedOut(step, actor, new DocumentId(id), before, random, number);
        } catch (StaleVersionException | IllegalMoveException | InvalidContentException | SelfApprovalException
                | TrashedDocumentException | StillLiveException | StillReferencedException
                | ReleaseRefusedException refused) {
            return false;
        }
    }

    private boolean carriedOut(Step step, Actor actor, DocumentId id, Document before, Random random, int number) {
        if (before == null) {
            if (step != Step.CREATE) {
                return false;
            }
            node.get(Editing.class).create(actor, type(id.value()), id, content(id.value(), random, number));
            return true;
        }
        int version = random.nextInt(12) == 0 ? Math.max(1, before.version() - 1) : before.version();
        Editing editing = node.get(Editing.class);
        Reviewing reviewing = node.get(Reviewing.class);
        Actor reviewer = PEOPLE.get(2 + random.nextInt(3));
        Actor publisher = PEOPLE.get(3 + random.nextInt(2));
        return switch (step) {
            case CREATE -> false;
            case SAVE -> editing.save(actor, id, version, content(id.value(), random, number))
                    .version() > before.version();
            case MERGE -> editing.save(actor, id, version, content(id.value(), random, number),
                    new SaveOptions("", false, true)).version() > before.version();
            case RESTORE -> editing.restore(actor, id, version, 1 + random.nextInt(before.version()))
                    .version() > before.version();
            case SUBMIT -> reviewing.submit(actor, id, version, Reviewers.ANYBODY, "").version() > 0;
            case TAKE_BACK -> reviewing.withdrawSubmission(actor, id, version).version() > 0;
            case APPROVE -> reviewing.approve(reviewer, id, version).version() > 0;
            case REQUEST_CHANGES -> reviewing.requestChanges(reviewer, id, version, "Better.").version() > 0;
            case DELETE ->
                node.get(Trash.class).delete(actor, id, version, random.nextBoolean()).document().version() > 0;
            case UNDELETE -> node.get(Trash.class).undelete(actor, id, version).version() > 0;
            case PUBLISH -> released(publisher, approved(random), random.nextBoolean());
            case WITHDRAW -> released(publisher, List.of(new Change(id, Action.WITHDRAW, null)),
                    random.nextBoolean());
            case ROLL_BACK -> {
                int newest = node.get(LiveSites.class).latest().release();
                yield newest > 0 && node.get(Releases.class).rollBack(publisher, newest, "").number() > 0;
            }
        };
    }

    private boolean released(Actor publisher, List<Change> changes, boolean withReferrers) {
        return !changes.isEmpty() && node.get(Releases.class)
                .publish(publisher, new ReleaseRequest(changes, "A release", withReferrers)).number() > 0;
    }

    private List<Change> approved(Random random) {
        LiveSite site = node.get(LiveSites.class).latest();
        List<Change> changes = new ArrayList<>();
        for (String id : all()) {
            documents.find(new DocumentId(id)).filter(document -> random.nextInt(4) > 0)
                    .filter(document -> document.workflow() instanceof Workflow.Approved)
                    .filter(document -> site.byId(id).map(LiveDocument::publication)
                            .filter(live -> live.equals(id + "@" + document.version())).isEmpty())
                    .ifPresent(document -> changes.add(Change.publish(document.id())));
        }
        return changes;
    }

    private static void assertLegal(Document document, Workflow state) {
        switch (state) {
            case Workflow.Draft draft -> assertThat(draft.approvals()).isEmpty();
            case Workflow.InReview review -> {
                assertThat(review.approvals()).isEmpty();
                assertThat(document.trashed()).isNull();
            }
            case Workflow.ChangesRequested requested -> assertThat(requested.reason()).isEqualTo("Better.");
            case Workflow.Approved approved -> {
                assertThat(approved.covers(document.body())).isTrue();
                assertThat(approved.approvals()).isNotEmpty()
                        .noneMatch(approval -> document.authors().contains(approval.by()));
                assertThat(document.trashed()).isNull();
            }
        }
    }

    private void assertNothingDangles(String description) {
        LiveSite site = node.get(LiveSites.class).latest();
        for (LiveDocument live : site.documents()) {
            ObjectNode content = node.get(Publications.class).load(List.of(live.publication()))
                    .get(live.publication());
            for (Reference reference : node.get(ContentModel.class).type(live.type()).references(content)) {
                boolean resolves = switch (reference.target()) {
                    case Reference.ById(String id) -> site.byId(id).isPresent();
                    case Reference.BySlug(String slug) -> site.bySlug(reference.type(), slug).isPresent();
                };
                assertThat(resolves).as("%s: %s of %s", description, reference, live.publication()).isTrue();
            }
        }
    }

    /** From the first version on, what changed from one to the next makes the next, up to the working copy. */
    private void assertHistoryLeadsToTheHead(String id) {
        documents.find(new DocumentId(id)).ifPresent(head -> {
            DocumentType type = node.get(ContentModel.class).type(head.type());
            List<Document> history = documents.history(head.id(), Integer.MAX_VALUE, Integer.MAX_VALUE).reversed();
            assertThat(history).extracting(Document::version)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, head.version()).boxed().toList());
            ObjectNode replayed = documents.version(head.id(), 1).orElseThrow().content();
            for (int version = 2; version <= head.version(); version++) {
                ObjectNode next = documents.version(head.id(), version).orElseThrow().content();
                replayed = Comparison.apply(replayed, Comparison.between(type, replayed, next));
            }
            assertThat(replayed).isEqualTo(head.content());
        });
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(FAQS);
        all.addAll(SOURCES);
        return all;
    }

    private static String type(String id) {
        return SOURCES.contains(id) ? "Source" : "Faq";
    }

    private static ObjectNode content(String id, Random random, int number) {
        return SOURCES.contains(id)
                ? source(id).put("title", "Report number " + number)
                : faq(id, "So says report " + number + " [@" + pick(random, SOURCES) + "].");
    }

    private static String pick(Random random, List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private static Actor person(String id, Role role) {
        return new Actor(new PersonId(id), id, Set.of(role), role.permissions());
    }
}
