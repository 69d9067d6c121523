package io.guidepost.quiz.response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.guidepost.security.PersonId;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Holds those back who bring in responses one at a time, because the key that they do it with stands in a public page. Each person's keys
 * may send so many a minute, and as many at once after a minute of silence; of these each address may send so many, so that one program
 * that sends without end holds off nobody else. Every node keeps it for itself, for the 10,000 addresses that send most, and forgets an
 * address after a minute of silence.
 */
@Component
class IngestPace {

    private static final int REMEMBERED = 10_000;
    private static final int NETWORK_OF_IPV6 = 8;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final int perMinuteAndAddress;
    private final TimeMeter time;
    private final Cache<PersonId, Bucket> ofPeople;
    private final Cache<String, Bucket> ofAddresses;

    IngestPace(ResponseProperties properties, Clock clock) {
        this.perMinute = properties.responsesPerMinute();
        this.perMinuteAndAddress = properties.responsesPerMinuteAndAddress();
        this.time = new Time(clock);
        this.ofPeople = cache(time);
        this.ofAddresses = cache(time);
    }

    /**
     * Takes one response of somebody into account.
     *
     * @param address that it came from
     * @throws TooManyResponsesException if it is one too many
     */
    void step(PersonId who, String address) {
        Bucket ofAddress = ofAddresses.get(network(address), any -> bucket(perMinuteAndAddress));
        take(ofAddress, "An address", perMinuteAndAddress);
        try {
            take(ofPeople.get(who, any -> bucket(perMinute)), "A person's keys for responses", perMinute);
        } catch (TooManyResponsesException refusal) {
            ofAddress.addTokens(1);
            throw refusal;
        }
    }

    private static void take(Bucket bucket, String whose, int perMinute) {
        ConsumptionProbe taken = bucket.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw new TooManyResponsesException(whose, perMinute, Duration.ofNanos(taken.getNanosToWaitForRefill()));
        }
    }

    /** What stands for an address: of IPv6 the first half, as whoever has one address has all of that network. */
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length > NETWORK_OF_IPV6 ? HexFormat.of().formatHex(bytes, 0, NETWORK_OF_IPV6) : address;
        } catch (IllegalArgumentException toldByProxy) {
            return address;
        }
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder().addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .withCustomTimePrecision(time).build();
    }

    private static <K> Cache<K, Bucket> cache(TimeMeter time) {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(MINUTE).ticker(time::currentTimeNanos)
                .build();
    }

    /** The server's clock as the buckets read it. */
    private record Time(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
