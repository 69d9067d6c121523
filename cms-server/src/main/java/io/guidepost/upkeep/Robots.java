package io.guidepost.upkeep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.guidepost.outbound.Answered;
import io.guidepost.outbound.Outbound;
import io.guidepost.outbound.OutboundRequest;
import io.guidepost.outbound.OutboundRequest.Method;
import io.guidepost.outbound.Outcome;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What hosts say of themselves in {@code robots.txt} (RFC 9309): read once a day, up to 500 KiB of it. One that does not exist allows
 * everything; while it cannot be read, nothing else is asked.
 */
@Component
class Robots {

    private static final Duration FRESH = Duration.ofDays(1);
    private static final int LARGEST = 500 * 1024;
    private static final int REDIRECTS = 5;
    private static final int TOO_MANY = 429;

    private final Outbound outbound;
    private final LinkProperties properties;
    private final Clock clock;
    private final Cache<String, Read> known = Caffeine.newBuilder().maximumSize(1_000).build();

    Robots(Outbound outbound, LinkProperties properties, Clock clock) {
        this.outbound = outbound;
        this.properties = properties;
        this.clock = clock;
    }

    private record Read(BaseRobotRules rules, Instant at) {}

    /** What is said of an address. */
    sealed interface Word {

        /**
         * It may be asked.
         *
         * @param pause how long the host is to be left alone afterwards
         */
        record Welcome(Duration pause) implements Word {}

        /** It is not to be asked, and why. */
        record Keep(Verdict out) implements Word {}
    }

    Word of(URI address) {
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        Read read = known.getIfPresent(origin);
        if (read == null || read.at().plus(FRESH).isBefore(clock.instant())) {
            switch (outbound.send(request(origin + "/robots.txt"))) {
                case Answered answer when answer.status() >= 500 || answer.status() == TOO_MANY -> {
                    return new Word.Keep(new Verdict(LinkResult.UNCLEAR, answer.status(), null,
                            "The host's robots.txt cannot be read (" + answer.status() + ")."));
                }
                case Answered answer -> read = new Read(rules(answer), clock.instant());
                case Outcome.Refused(String _, String why) -> {
                    return new Word.Keep(Verdict.of(LinkResult.REFUSED, why));
                }
                case Outcome.Failed(Outcome.Reason _, String why) -> {
                    return new Word.Keep(Verdict.of(LinkResult.FAILING, why));
                }
            }
            known.put(origin, read);
        }
        return read.rules().isAllowed(address.toString())
                ? new Word.Welcome(pause(read.rules()))
                : new Word.Keep(
                        Verdict.of(LinkResult.DISALLOWED, "The host's robots.txt does not allow this to be asked."));
    }

    private OutboundRequest request(String address) {
        return new OutboundRequest(Method.GET, address,
                Map.of("User-Agent", properties.userAgent(), "Accept", "text/plain, */*"),
                null, properties.timeout(), LARGEST, REDIRECTS);
    }

    private BaseRobotRules rules(Answered answer) {
        if (answer.status() < 200 || answer.status() >= 300) {
            return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        }
        // A delay past the parser's bound would forbid everything; ours is another.
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        return parser.parseContent(answer.at().toString(), answer.body(), "text/plain", Set.of(properties.robotName()));
    }

    /** What the host asks for, within bounds; never less than ours. */
    private Duration pause(BaseRobotRules rules) {
        // Without a wish it is far below zero.
        long bounded = Math.min(rules.getCrawlDelay(), properties.longestCrawlDelay().toMillis());
        return Duration.ofMillis(Math.max(bounded, properties.pause().toMillis()));
    }
}
