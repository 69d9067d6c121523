package io.guidepost.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the embedded backends run, if any does.
 *
 * @param dataFolder where they keep their data
 * @param elasticsearch the Elasticsearch process
 */
@ConfigurationProperties("guidepost.embedded")
record EmbeddedProperties(@DefaultValue("data") Path dataFolder, @DefaultValue Elasticsearch elasticsearch) {

    /**
     * The Elasticsearch process.
     *
     * @param heap its largest heap
     * @param startLimit how long a start may take; after that it is ended and tried again
     */
    record Elasticsearch(@DefaultValue("256MB") DataSize heap, @DefaultValue("3m") Duration startLimit) {

        Elasticsearch {
            if (heap.toMegabytes() < 64) {
                throw new IllegalArgumentException("Elasticsearch needs a heap of at least 64 MB, not " + heap);
            }
        }
    }
}
