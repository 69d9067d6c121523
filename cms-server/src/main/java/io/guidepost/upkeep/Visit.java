package io.guidepost.upkeep;

import io.guidepost.outbound.Answered;
import io.guidepost.outbound.Outbound;
import io.guidepost.outbound.OutboundRequest;
import io.guidepost.outbound.OutboundRequest.Method;
import io.guidepost.outbound.Outcome;
import io.guidepost.outbound.Outcome.Reason;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes one request of a check and reads what comes of it. */
@Component
class Visit {

    private static final int MOST_REDIRECTS = 5;
    /** Enough to see that there is a page; what it says does not matter. */
    private static final int LARGEST = 16 * 1024;
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    /** Asking otherwise does not help against these. */
    private static final Set<Reason> HOPELESS = Set.of(Reason.UNKNOWN_HOST, Reason.TLS);

    private final Outbound outbound;
    private final LinkProperties properties;

    Visit(Outbound outbound, LinkProperties properties) {
        this.outbound = outbound;
        this.properties = properties;
    }

    /** What follows from a request. */
    sealed interface Step {

        /** Another request. */
        record Further(Progress next) implements Step {}

        /** Nothing more: this is it. */
        record Concluded(Verdict verdict) implements Step {}
    }

    Step make(Progress progress) {
        Method method = progress.whole() ? Method.GET : Method.HEAD;
        return switch (outbound.send(new OutboundRequest(method, progress.url(),
                Map.of("User-Agent", properties.userAgent(), "Accept", "*/*"), null, properties.timeout(), LARGEST,
                0))) {
            case Answered answer -> read(progress, answer);
            case Outcome.Refused(String _, String why) -> new Step.Concluded(Verdict.of(LinkResult.REFUSED, why));
            case Outcome.Failed(Reason reason, String why) -> progress.whole() || HOPELESS.contains(reason)
                    ? new Step.Concluded(Verdict.of(LinkResult.FAILING, why))
                    : new Step.Further(progress.asWhole());
        };
    }

    private static Step read(Progress progress, Answered answer) {
        Optional<URI> location = answer.location();
        if (location.isPresent()) {
            return progress.redirects() == MOST_REDIRECTS
                    ? new Step.Concluded(Verdict.of(LinkResult.FAILING,
                            "It redirects more than " + MOST_REDIRECTS + " times."))
                    : new Step.Further(progress.redirected(location.get().toString(),
                            FOR_GOOD.contains(answer.status())));
        }
        boolean good = answer.status() >= 200 && answer.status() < 300;
        return good || progress.whole()
                ? new Step.Concluded(Verdict.of(answer.status(), progress.movedTo()))
                : new Step.Further(progress.asWhole());
    }
}
