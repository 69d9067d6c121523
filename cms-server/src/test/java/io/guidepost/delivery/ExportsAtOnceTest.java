package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.release.FakeLiveSites;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** What an export takes of the server while its reader takes its time. */
@TestPropertySource(properties = "guidepost.delivery.exports-at-once=1")
@DirtiesContext
class ExportsAtOnceTest extends DeliveryTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    private WebApplicationContext context;
    @Autowired
    private FakeLiveSites sites;

    @Test
    void beyond_those_that_may_be_sent_at_a_time_an_export_is_told_when_to_try_again() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch takes = new CountDownLatch(1);
        MockMvcTester slow = reading(bytes -> {
            begun.countDown();
            await(takes);
        });
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<MvcTestResult> first = readers.submit(() -> export(slow));
            await(begun);

            MvcTestResult second = export(http);
            assertThat(second).hasStatus(503).hasContentType("application/problem+json")
                    .hasHeader(HttpHeaders.RETRY_AFTER, "10");
            assertThat(body(second).get("type").asString()).isEqualTo("urn:guidepost:problem:too-many-exports");

            takes.countDown();
            assertThat(first.get()).hasStatus(200);
        }
        assertThat(export(http)).hasStatus(200);
        assertThat(http.get().uri("/graphql/changes").queryParam("since", "9.9").exchange()).hasStatus(400);
        assertThat(export(http)).as("after a refusal").hasStatus(200);
    }

    @Test
    void the_head_of_an_export_is_told_without_its_lines() {
        MvcTestResult head = http.head().uri("/graphql/changes").exchange();

        assertThat(head).hasStatus(200).hasHeader("Guidepost-Edition", sites.latest().release() + ".2");
        assertThat(head.getResponse().getContentAsByteArray()).isEmpty();
    }

    @Test
    void no_more_than_about_a_megabyte_waits_for_the_reader() {
        String text = "Some words. ".repeat(1_500);
        sites.publish(Instant.parse("2026-05-01T00:00:00Z"), IntStream.range(0, 300)
                .mapToObj(i -> new FakeLiveSites.Published("Faq", "long-" + i, "long-" + i, json.createObjectNode()
                        .put("slug", "long-" + i).put("question", "How long?").put("answer", text)))
                .toList());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int[] longest = {0};

        export(reading(bytes -> {
            longest[0] = Math.max(longest[0], bytes.length);
            all.write(bytes);
        }));

        assertThat(all.size()).isGreaterThan(10 * MEGABYTE);
        assertThat(longest[0]).isLessThan(MEGABYTE + 100_000);
        assertThat(all.toString(StandardCharsets.UTF_8).lines()).hasSize(sites.latest().documents().size() + 2)
                .last().isEqualTo("{\"end\":true}");
    }

    private static MvcTestResult export(MockMvcTester server) {
        return server.get().uri("/graphql/changes").exchange();
    }

    /** Takes what is sent to a reader. */
    private interface Taking {

        void take(byte[] bytes) throws IOException;
    }

    private MockMvcTester reading(Taking reader) {
        Filter filter = (request, response, chain) -> chain.doFilter(request,
                new HttpServletResponseWrapper((HttpServletResponse) response) {
                    @Override
                    public ServletOutputStream getOutputStream() {
                        return new Body(reader);
                    }
                });
        return MockMvcTester.from(context, builder -> builder.addFilters(filter).build());
    }

    private static final class Body extends ServletOutputStream {

        private final Taking reader;

        Body(Taking reader) {
            this.reader = reader;
        }

        @Override
        public void write(int single) throws IOException {
            reader.take(new byte[]{(byte) single});
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            byte[] part = new byte[length];
            System.arraycopy(bytes, from, part, 0, length);
            reader.take(part);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("The body is written by one thread.");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
