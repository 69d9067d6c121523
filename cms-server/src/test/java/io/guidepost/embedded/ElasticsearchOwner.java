package io.guidepost.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** Owns an Elasticsearch process: it prints its port and process id and runs until its input ends. */
public final class ElasticsearchOwner {

    private ElasticsearchOwner() {}

    /** Arguments: the folder of the Elasticsearch. */
    public static void main(String[] arguments) throws IOException {
        try (var elasticsearch = EmbeddedElasticsearch.start(Path.of(arguments[0]), 128, Duration.ofMinutes(2))) {
            OptionalLong pid = elasticsearch.pid();
            while (pid.isEmpty()) {
                Thread.onSpinWait();
                pid = elasticsearch.pid();
            }
            System.out.println("elasticsearch " + elasticsearch.port() + " " + pid.getAsLong());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
