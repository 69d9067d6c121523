package io.guidepost.delivery.answer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long answers may be kept by others than the server.
 *
 * @param maxAge by a browser, before it asks again
 * @param sharedMaxAge by a cache that many use, such as a CDN, before it asks again
 * @param staleWhileRevalidate by either for longer, while it asks again behind the reader's back
 * @param pinnedMaxAge by either, without asking, of what a request pins to an edition and what never changes there
 * @param searchMaxAge by a browser alone, without asking, of what was found: for somebody who takes back a letter and types it again
 */
@ConfigurationProperties("guidepost.delivery.cache")
public record CacheProperties(@DefaultValue("0s") Duration maxAge, @DefaultValue("60s") Duration sharedMaxAge,
        @DefaultValue("10m") Duration staleWhileRevalidate, @DefaultValue("1d") Duration pinnedMaxAge,
        @DefaultValue("10s") Duration searchMaxAge) {

    /** The header for what another request may find changed. */
    public String header() {
        return "public, max-age=" + maxAge.toSeconds() + ", s-maxage=" + sharedMaxAge.toSeconds()
                + ", stale-while-revalidate=" + staleWhileRevalidate.toSeconds();
    }

    /** The header for what was found: there are as many of them as readers type, too many for a cache that all of them use. */
    public String ofSearch() {
        return "private, max-age=" + searchMaxAge.toSeconds();
    }

    /** The header for what every request finds the same. */
    public String pinned() {
        return "public, max-age=" + pinnedMaxAge.toSeconds() + ", immutable";
    }
}
