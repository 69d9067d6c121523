package io.guidepost.release;

import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes releases. */
@Service
public class Releases {

    /** Some 100 bytes each, in a document of 16 MB that holds the entries as well. */
    private static final int MAX_REFERENCES = 100_000;

    private final ReleaseLog log;
    private final FollowedLiveSites sites;
    private final ReleaseRules rules;
    private final PublishChecks checks;
    private final RollBacks rollBacks;
    private final Publications publications;
    private final Clock clock;

    Releases(ReleaseLog log, FollowedLiveSites sites, ReleaseRules rules, PublishChecks checks, RollBacks rollBacks,
            Publications publications, Clock clock) {
        this.log = log;
        this.sites = sites;
        this.rules = rules;
        this.checks = checks;
        this.rollBacks = rollBacks;
        this.publications = publications;
        this.clock = clock;
    }

    /** A release that somebody wants; what it does depends on the site that it finds. */
    private record Intent(Actor actor, String message, @Nullable String plan, @Nullable Integer rollsBack,
            Function<LiveSite, Draft> draft) {}

    /**
     * Makes all changes live at once, or none.
     *
     * @param actor who releases; needs {@link Permission#RELEASE}
     * @param request what is to change
     * @return the release as it stands in the log
     * @throws ReleaseRefusedException if the site that it would produce breaks a rule
     * @throws MalformedReleaseException if it is too large for one release
     */
    public Release publish(Actor actor, ReleaseRequest request) {
        actor.require(Permission.RELEASE);
        return make(intent(actor, request, null), () -> true).orElseThrow();
    }

    /**
     * Makes the release of a plan, unless it has been made already: the log takes one release of a plan, whoever makes it.
     *
     * @param actor who releases; needs {@link Permission#RELEASE}
     * @param request what is to change
     * @param plan the plan's id
     * @param stillMeant asked directly before the release is made, when all else is done
     * @return the release as it stands in the log, made now or before; empty: it was not meant any more
     * @throws ReleaseRefusedException as {@link #publish(Actor, ReleaseRequest)} does, if it has not been made before
     * @throws MalformedReleaseException as that does
     */
    public Optional<Release> publish(Actor actor, ReleaseRequest request, String plan, BooleanSupplier stillMeant) {
        actor.require(Permission.RELEASE);
        return make(intent(actor, request, plan), stillMeant);
    }

    /**
     * The releases after a number, the oldest first.
     *
     * @param number a release's number; 0: from the first on
     * @param limit how many at most
     */
    public List<Release> after(int number, int limit) {
        return log.after(number, limit);
    }

    /** The release that has been made of a plan. */
    public Optional<Release> ofPlan(String plan) {
        return log.ofPlan(plan);
    }

    /**
     * Makes a release that restores, for every document of an earlier one, what was live before that.
     *
     * @param actor who releases; needs {@link Permission#RELEASE}
     * @param number the release to take back
     * @param message what for; empty: that it is rolled back
     * @return the release as it stands in the log
     * @throws UnknownReleaseException if there is no such release
     * @throws ReleaseRefusedException if a later release has changed one of the documents again, one that would be live again has no
     *         working copy outside the trash, or the site would break a rule
     */
    public Release rollBack(Actor actor, int number, String message) {
        actor.require(Permission.RELEASE);
        return make(rollBackIntent(actor, number, message), () -> true).orElseThrow();
    }

    /**
     * Shows what a release would make of the site, and changes nothing.
     *
     * @param actor who asks; needs {@link Permission#READ}
     * @param request what is to change
     * @throws MalformedReleaseException as {@link #publish} would
     */
    public ReleasePreview preview(Actor actor, ReleaseRequest request) {
        actor.require(Permission.READ);
        return shown(intent(actor, request, null));
    }

    /** Shows what rolling back a release would make of the site, as {@link #preview} does. */
    public ReleasePreview previewRollBack(Actor actor, int number) {
        actor.require(Permission.READ);
        return shown(rollBackIntent(actor, number, ""));
    }

    private Intent intent(Actor actor, ReleaseRequest request, @Nullable String plan) {
        return new Intent(actor, request.message(), plan, null, site -> rules.draft(site, request));
    }

    private Intent rollBackIntent(Actor actor, int number, String message) {
        ReleaseRequest.requireShort(message);
        return new Intent(actor, message.isEmpty() ? "Roll back release " + number : message, null, number,
                site -> rollBacks.draft(number, site));
    }

    private Optional<Release> make(Intent intent, BooleanSupplier stillMeant) {
        while (true) {
            ReleasePreview preview = preview(intent);
            if (!preview.problems().isEmpty()) {
                // Once the release of a plan is made, the plan itself has problems, as that it is live already.
                return Optional
                        .of(made(intent).orElseThrow(() -> new ReleaseRefusedException(preview.problems())));
            }
            publications.keepAll(preview.contents());
            if (!stillMeant.getAsBoolean()) {
                return Optional.empty();
            }
            if (log.append(preview.release())) {
                sites.catchUp();
                return Optional.of(preview.release());
            }
            Optional<Release> made = made(intent);
            if (made.isPresent()) {
                sites.catchUp();
                return made;
            }
        }
    }

    private Optional<Release> made(Intent intent) {
        return intent.plan() == null ? Optional.empty() : log.ofPlan(intent.plan());
    }

    /** Links that die elsewhere keep no release from being made: they are looked for only where somebody wants to see them. */
    private ReleasePreview shown(Intent intent) {
        ReleasePreview preview = preview(intent);
        return preview.with(checks.lostLinks(preview.before(), preview.site(), preview.release()));
    }

    private ReleasePreview preview(Intent intent) {
        LiveSite site = sites.catchUp();
        Draft draft = intent.draft().apply(site);
        requireStorable(draft);
        Release release = new Release(site.release() + 1, now(site), intent.actor().id().value(), intent.message(),
                intent.plan(), intent.rollsBack(), draft.entries());
        LiveSite after = site.with(release);
        List<ReleaseProblem> problems = new ArrayList<>(rules.problems(site, after, draft));
        PublishChecks.Outcome outcome = checks.of(after, draft);
        List<ReleaseProblem> warnings = new ArrayList<>(outcome.warnings());
        // What was live before is not held to what is asked of new content.
        (intent.rollsBack() == null ? problems : warnings).addAll(outcome.errors());
        return new ReleasePreview(site, after, release, draft.takenAlong(), draft.contents(), problems, warnings);
    }

    /** Refuses what is more than the one document that a release is can hold. */
    private static void requireStorable(Draft draft) {
        int references = draft.entries().stream().mapToInt(entry -> entry.references().size()).sum();
        if (references > MAX_REFERENCES) {
            throw new MalformedReleaseException(
                    "The documents of a release may refer to others %,d times at most, and these do %,d times; release them in parts."
                            .formatted(MAX_REFERENCES, references));
        }
    }

    /** Never earlier than the release before, whatever the clock says, so that the log's order is also that of its times. */
    private Instant now(LiveSite site) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(site.at()) ? site.at() : now;
    }
}
