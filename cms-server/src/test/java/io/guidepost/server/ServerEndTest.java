package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerEndTest {

    @TempDir
    private Path folder;

    private ServerProcess start() throws Exception {
        return ServerProcess.start(folder, "--guidepost.seeding.enabled=false");
    }

    @Test
    void a_second_server_on_the_same_folder_says_why_it_ends_and_the_first_goes_on() throws Exception {
        try (ServerProcess first = start()) {
            Client client = first.awaitReady();
            try (ServerProcess second = start()) {
                assertThat(second.awaitExit()).isNotZero();

                assertThat(second.output()).contains("APPLICATION FAILED TO START",
                        "Another Guidepost server (process " + first.pid() + ") is using the data folder " + folder,
                        "guidepost.embedded.data-folder");
            }

            assertThat(client.ask("{ edition { release } }").at("/edition/release").asInt()).isZero();
        }
    }

    @Test
    void a_server_that_is_asked_to_end_ends_its_elasticsearch() throws Exception {
        try (ServerProcess server = start()) {
            server.awaitReady();
            ProcessHandle elasticsearch = server.awaitElasticsearch();

            server.terminate();

            await().atMost(ServerProcess.PATIENCE).until(() -> !elasticsearch.isAlive());
        }
    }
}
