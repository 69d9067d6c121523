package io.guidepost.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** In order, since a start takes long and the last test needs no other server than the first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerEndTest {

    @TempDir
    private static Path folder;

    private static ServerProcess server;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        server = another();
        client = server.awaitReady();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ServerProcess another() throws Exception {
        return ServerProcess.start(folder, "--guidepost.seeding.enabled=false");
    }

    @Test
    @Order(1)
    void a_second_server_on_the_same_folder_says_why_it_ends_and_the_first_goes_on() throws Exception {
        try (ServerProcess second = another()) {
            assertThat(second.awaitExit()).isNotZero();

            assertThat(second.output()).contains("APPLICATION FAILED TO START", "Another Guidepost server (process "
                    + server.pid() + ") is using the data folder " + folder, "guidepost.embedded.data-folder");
        }
        assertThat(client.ask("{ edition { release } }").at("/edition/release").asInt()).isZero();
    }

    @Test
    @Order(2)
    void a_server_that_is_asked_to_end_ends_its_elasticsearch() {
        ProcessHandle elasticsearch = server.awaitElasticsearch();

        server.terminate();

        await().atMost(ServerProcess.PATIENCE).until(() -> !elasticsearch.isAlive());
    }
}
