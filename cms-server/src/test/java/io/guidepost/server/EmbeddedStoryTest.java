package io.guidepost.server;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On the backends of a server that was given none. */
class EmbeddedStoryTest extends Story {

    @TempDir
    private static Path folder;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("guidepost.embedded.data-folder", () -> folder);
    }
}
