package io.guidepost.release;

import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;

/** Makes releases. */
@Service
public class Releases {

    /** Some 100 bytes each, in a document of 16 MB that holds the entries as well. */
    private static final int MAX_REFERENCES = 100_000;

    private final ReleaseLog log;
    private final FollowedLiveSites sites;
    private final ReleaseRules rules;
    private final Publications publications;
    private final Clock clock;

    Releases(ReleaseLog log, FollowedLiveSites sites, ReleaseRules rules, Publications publications, Clock clock) {
        this.log = log;
        this.sites = sites;
        this.rules = rules;
        this.publications = publications;
        this.clock = clock;
    }

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
        while (true) {
            LiveSite site = sites.catchUp();
            Draft draft = draft(request);
            Release release = new Release(site.release() + 1, now(site), actor.id().value(), request.message(),
                    draft.entries());
            rules.verify(site, site.with(release), draft);
            draft.contents().forEach(publications::keep);
            if (log.append(release)) {
                sites.catchUp();
                return release;
            }
        }
    }

    /**
     * Says what would keep a release from being made, and changes nothing.
     *
     * @param actor who asks; needs {@link Permission#READ}
     * @param request what is to change
     * @return every problem; empty: it can be made
     * @throws MalformedReleaseException as {@link #publish} would
     */
    public List<ReleaseProblem> check(Actor actor, ReleaseRequest request) {
        actor.require(Permission.READ);
        LiveSite site = sites.catchUp();
        try {
            Draft draft = draft(request);
            rules.verify(site, site.with(
                    new Release(site.release() + 1, now(site), actor.id().value(), request.message(), draft.entries())),
                    draft);
            return List.of();
        } catch (ReleaseRefusedException refusal) {
            return refusal.problems();
        }
    }

    /** What the release would do; refused if that is more than the one document that a release is can hold. */
    private Draft draft(ReleaseRequest request) {
        Draft draft = rules.draft(request);
        int references = draft.entries().stream().mapToInt(entry -> entry.references().size()).sum();
        if (references > MAX_REFERENCES) {
            throw new MalformedReleaseException(
                    "The documents of a release may refer to others %,d times at most, and these do %,d times; release them in parts."
                            .formatted(MAX_REFERENCES, references));
        }
        return draft;
    }

    /** Never earlier than the release before, whatever the clock says, so that the log's order is also that of its times. */
    private Instant now(LiveSite site) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(site.at()) ? site.at() : now;
    }
}
