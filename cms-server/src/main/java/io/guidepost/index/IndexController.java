package io.guidepost.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.web.Command;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/search")
@Tag(name = "Search indexes", description = "How they stand, and putting them right")
class IndexController {

    /** Longer than most indexes take, and shorter than most proxies wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<IndexFollower> followers;

    IndexController(List<IndexFollower> followers) {
        this.followers = followers;
    }

    /**
     * What has come of a request.
     *
     * @param done whether all of it is done; false: it goes on
     * @param indexes how each index stands
     */
    record OutcomeView(boolean done, List<OutcomeOfIndexView> indexes) {}

    /**
     * How an index stands, and what was found.
     *
     * @param standing how it stands by now
     * @param missing how many entries it lacked
     * @param outdated how many were not as they are on the site
     * @param surplus how many it held that are not on the site
     * @param repaired how many entries were written or removed after that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutcomeOfIndexView(IndexView standing, @Nullable Integer missing, @Nullable Integer outdated,
            @Nullable Integer surplus, @Nullable Integer repaired) {

        static OutcomeOfIndexView of(IndexFollower follower, @Nullable Object outcome) {
            return outcome instanceof Checked checked
                    ? new OutcomeOfIndexView(IndexView.of(follower), checked.missing(), checked.outdated(),
                            checked.surplus(), checked.repaired())
                    : new OutcomeOfIndexView(IndexView.of(follower), null, null, null, null);
        }
    }

    @GetMapping("/indexes")
    @Operation(summary = "How the search indexes stand", description = "As this server sees them.")
    List<IndexView> indexes(Actor actor) {
        actor.require(Permission.READ);
        return followers.stream().map(IndexView::of).toList();
    }

    @Command("search.check")
    @PostMapping("/check")
    @Operation(summary = "Compare search indexes with the live site and repair them", description = "Every entry is compared. The server "
            + "does the same by itself every five minutes. If it takes long, the answer is 202, and the work goes on.")
    ResponseEntity<OutcomeView> check(Actor actor, @RequestParam(required = false) @Nullable String index) {
        return done(actor, index, IndexFollower::check);
    }

    @Command("search.rebuild")
    @PostMapping("/rebuild")
    @Operation(summary = "Fill search indexes anew", description = "A new index is filled beside the one that is searched, and takes its "
            + "place when it is full. If it takes long, the answer is 202, and the work goes on; the log tells how far it is.")
    ResponseEntity<OutcomeView> rebuild(Actor actor, @RequestParam(required = false) @Nullable String index) {
        return done(actor, index, IndexFollower::rebuild);
    }

    private ResponseEntity<OutcomeView> done(Actor actor, @Nullable String index,
            Function<IndexFollower, CompletableFuture<?>> work) {
        actor.require(Permission.ADMINISTER);
        List<IndexFollower> chosen = followers.stream()
                .filter(follower -> index == null || follower.name().equals(index))
                .toList();
        if (index != null && chosen.isEmpty()) {
            throw new UnknownIndexException(index, followers.stream().map(IndexFollower::name).toList());
        }
        List<CompletableFuture<?>> outcomes = new ArrayList<>();
        chosen.forEach(follower -> outcomes.add(work.apply(follower)));
        boolean done = await(CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)));
        List<OutcomeOfIndexView> views = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            CompletableFuture<?> outcome = outcomes.get(i);
            views.add(OutcomeOfIndexView.of(chosen.get(i),
                    outcome.state() == Future.State.SUCCESS ? outcome.resultNow() : null));
        }
        return ResponseEntity.status(done ? HttpStatus.OK : HttpStatus.ACCEPTED).body(new OutcomeView(done, views));
    }

    private static boolean await(CompletableFuture<?> all) {
        try {
            Object _ = all.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof SearchUnavailableException away
                    ? away
                    : new IllegalStateException(failure.getCause());
        }
    }
}
