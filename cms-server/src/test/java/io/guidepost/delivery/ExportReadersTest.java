package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guidepost.release.FakeLiveSites;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** Readers of exports who stop reading, on connections of their own. */
@SpringBootTest(classes = DeliveryTestServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "guidepost.delivery.exports-at-once=1", "server.tomcat.connection-timeout=1s"})
@Import(ExportReadersTest.Server.class)
@DirtiesContext
class ExportReadersTest extends DeliveryTest {

    private static final int SMALL = 4 * 1024;

    @LocalServerPort
    private int port;

    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class})
    @ComponentScan("io.guidepost.web")
    static class Server {}

    /** More than the buffers between the server and a reader hold. */
    @BeforeEach
    void publish(@Autowired FakeLiveSites sites) {
        String text = "Some words. ".repeat(1_500);
        sites.publish(Instant.parse("2026-05-01T00:00:00Z"), IntStream.range(0, 300)
                .mapToObj(i -> new FakeLiveSites.Published("Faq", "long-" + i, "long-" + i, json.createObjectNode()
                        .put("slug", "long-" + i).put("question", "How long?").put("answer", text)))
                .toList());
    }

    @Test
    void a_reader_who_takes_nothing_any_more_loses_the_place_and_the_connection() throws IOException {
        try (Socket reader = asking("")) {
            assertThat(begin(reader)).isEqualTo("HTTP/1.1 200");

            await("a free place").until(() -> place() == 200);

            assertThat(rest(reader)).contains("\"kind\":\"PUBLISHED\"").doesNotContain("{\"end\":true}",
                    "urn:guidepost:problem");
        }
    }

    @Test
    void a_reader_who_goes_away_leaves_the_place() throws IOException {
        try (Socket reader = asking("")) {
            assertThat(begin(reader)).isEqualTo("HTTP/1.1 200");
        }

        await("a free place").until(() -> place() == 200);
    }

    @Test
    void a_reader_who_takes_all_is_told_the_end() throws IOException {
        try (Socket reader = asking("Connection: close\r\n")) {
            assertThat(begin(reader)).isEqualTo("HTTP/1.1 200");
            assertThat(rest(reader)).contains("{\"end\":true}\n");
        }
    }

    /** The beginning of what comes: by then the reader has a place. */
    private static String begin(Socket reader) throws IOException {
        return new String(reader.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    /** Whether an export would be sent now: 200, or 503 as all places are taken. */
    private int place() {
        return http.head().uri("/graphql/changes").exchange().getResponse().getStatus();
    }

    private Socket asking(String header) throws IOException {
        Socket reader = new Socket();
        reader.setReceiveBufferSize(SMALL);
        reader.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        reader.getOutputStream().write(("GET /graphql/changes HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return reader;
    }

    /** All that still comes, until the server has closed the connection or broken it. */
    private static String rest(Socket reader) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] part = new byte[SMALL];
        try {
            InputStream input = reader.getInputStream();
            for (int length = input.read(part); length >= 0; length = input.read(part)) {
                text.append(new String(part, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException broken) {
            text.append(broken.getMessage());
        }
        return text.toString();
    }
}
