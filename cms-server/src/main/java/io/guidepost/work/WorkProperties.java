package io.guidepost.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How working copies are made findable.
 *
 * @param index the alias of the index; never that of the public one
 * @param poll how long to wait before looking for changes again
 * @param batch how many documents are indexed at once at most
 * @param patience how long a change that was announced may be under way before it is taken as cut off
 * @param recheck after how long the problems of a document that did not change are looked for again
 */
@ConfigurationProperties("guidepost.work")
record WorkProperties(@DefaultValue("guidepost-working-copies") String index, @DefaultValue("500ms") Duration poll,
        @DefaultValue("100") int batch, @DefaultValue("1m") Duration patience,
        @DefaultValue("1d") Duration recheck) {

    WorkProperties {
        if (batch < 1 || batch > 1_000) {
            throw new IllegalArgumentException("guidepost.work.batch must lie between 1 and 1000, not be " + batch);
        }
        if (poll.toMillis() < 10) {
            throw new IllegalArgumentException("guidepost.work.poll must be 10 ms at least, not " + poll);
        }
        if (recheck.toMinutes() < 1) {
            throw new IllegalArgumentException("guidepost.work.recheck must be a minute at least, not " + recheck);
        }
    }
}
