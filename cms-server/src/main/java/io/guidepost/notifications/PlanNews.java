package io.guidepost.notifications;

import io.guidepost.editorial.Document;
import io.guidepost.editorial.Workflow;
import io.guidepost.release.ReleaseProblem;
import io.guidepost.release.plan.PlanHeld;
import io.guidepost.release.plan.PlanReleased;
import io.guidepost.release.plan.PlanState;
import io.guidepost.release.plan.PlannedRelease;
import io.guidepost.release.plan.Planning;
import io.guidepost.security.Actor;
import io.guidepost.security.PersonId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells those who began and scheduled a planned release what became of it when it was due, and before that of what would hold it. Whoever releases a plan by hand knows, and
 * only whoever began it is told.
 */
@Component
class PlanNews {

    private static final Logger LOG = LoggerFactory.getLogger(PlanNews.class);
    private static final Actor READER = Actor.system("notifications");
    private static final int BATCH = 100;

    private final Notifying notifying;
    private final Names names;
    private final Planning planning;

    PlanNews(Notifying notifying, Names names, Planning planning) {
        this.notifying = notifying;
        this.names = names;
        this.planning = planning;
    }

    @EventListener
    void on(PlanHeld event) {
        tell(held(event.plan(), event.held()));
    }

    @EventListener
    void on(PlanReleased event) {
        PlannedRelease plan = event.plan();
        PersonId by = new PersonId(event.release().by());
        boolean byHand = event.before() instanceof PlanState.Scheduled scheduled && scheduled.isByHand();
        int number = event.release().number();
        tell(new Notice("plan@" + plan.id().value(), NotificationKind.PLAN_RELEASED, people(plan, by),
                byHand ? by : null, event.release().at(), new Message(About.plan(plan.id().value(), number),
                        plan.content().name(), (byHand ? names.of(by) + " released " : "It was time: ")
                                + named(plan) + (byHand ? "" : " was released") + " as release " + number + ".",
                        link(plan))));
    }

    /** What those who prepared and scheduled plans are to know of a document whose approval is void, without which the plans are held. */
    List<Notice> of(@Nullable Document before, Document after) {
        if (before == null || !(before.workflow() instanceof Workflow.Approved)
                || after.workflow() instanceof Workflow.Approved) {
            return List.of();
        }
        return planning.scheduled(READER, after.id()).stream()
                .filter(plan -> plan.state() instanceof PlanState.Scheduled)
                .map(plan -> atRisk(plan, (PlanState.Scheduled) plan.state(), before, after)).toList();
    }

    /** Of a run of autosaves any may be the one that is seen first, so that the version before names it. */
    private static Notice atRisk(PlannedRelease plan, PlanState.Scheduled scheduled, Document before, Document after) {
        return new Notice("plan@" + plan.id().value() + "@" + after.id().value() + "@" + before.version(),
                NotificationKind.PLAN_AT_RISK, people(plan, scheduled.by()), after.revision().by(),
                after.revision().at(), new Message(About.plan(plan.id().value(), null), plan.content().name(),
                        "“" + Names.of(after) + "” is not approved any more: " + named(plan)
                                + " is to publish it, and would be held when it is due.",
                        link(plan)));
    }

    /** Tells of plans that are held, where a node has held one and died before it could. */
    void catchUp() {
        notifying.tell(planning.list(READER, "Held", null, BATCH).stream()
                .filter(plan -> plan.state() instanceof PlanState.Held)
                .map(plan -> held(plan, (PlanState.Held) plan.state())).toList());
    }

    private static Notice held(PlannedRelease plan, PlanState.Held held) {
        List<ReleaseProblem> problems = held.problems();
        String why = problems.isEmpty() ? "" : Message.quoted(problems.getFirst().message());
        String more = problems.size() < 2 ? "" : " There are " + (problems.size() - 1) + " more problems.";
        return new Notice("plan@" + plan.id().value() + "@" + held.at().toEpochMilli(), NotificationKind.PLAN_HELD,
                people(plan, held.by()), null, held.at(), new Message(About.plan(plan.id().value(), null),
                        plan.content().name(), named(plan) + " was due and is held:" + why + more, link(plan)));
    }

    private static Set<PersonId> people(PlannedRelease plan, @Nullable PersonId scheduledBy) {
        return scheduledBy == null || scheduledBy.equals(plan.createdBy())
                ? Set.of(plan.createdBy())
                : Set.of(plan.createdBy(), scheduledBy);
    }

    private static String named(PlannedRelease plan) {
        return "“" + plan.content().name() + "”";
    }

    private static String link(PlannedRelease plan) {
        return "/api/planned-releases/" + plan.id().value();
    }

    /** What becomes of a release must not depend on whether somebody can be told of it. */
    private void tell(Notice notice) {
        try {
            notifying.tell(List.of(notice));
        } catch (RuntimeException failure) {
            LOG.warn("People cannot be told of a planned release", failure);
        }
    }
}
