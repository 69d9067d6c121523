package io.guidepost.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.outbound.OutboundRequest.Method;
import io.guidepost.outbound.Outcome.Failed;
import io.guidepost.outbound.Outcome.Reason;
import io.guidepost.outbound.Outcome.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private WebHost host;
    private ServerSocket inner;
    private Outbound outbound;

    @BeforeEach
    void open() throws IOException {
        host = new WebHost();
        inner = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        outbound = new Outbound(new OutboundProperties(List.of(host.authority())));
    }

    @AfterEach
    void close() throws IOException {
        outbound.close();
        host.close();
        inner.close();
    }

    private Outcome get(String address) {
        return get(address, PATIENCE, 100);
    }

    private Outcome get(String address, Duration timeout, int maxBody) {
        return outbound.send(new OutboundRequest(Method.GET, address, Map.of("User-Agent", "Test", "X-Secret", "s"),
                null, timeout, maxBody, 5));
    }

    @Test
    void an_allowed_host_is_asked_and_answers() {
        host.at("/page").answers(200, "Hello").header("X-Kind", "greeting");
        Answered answer = (Answered) get(host.url("/page?q=1#part"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("Hello");
        assertThat(answer.header("x-kind")).contains("greeting");
        assertThat(answer.isCut()).isFalse();
        assertThat(answer.at().toString()).isEqualTo(host.url("/page?q=1"));
        assertThat(host.requests()).containsExactly("GET /page?q=1");
        assertThat(host.header("user-agent")).isEqualTo("Test");
        assertThat(host.header("upgrade")).isNull();
    }

    @Test
    void an_ipv6_address_is_asked_by_its_literal() throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("::1");
        assumeTrue(NetworkInterface.getByInetAddress(loopback) != null, "there is no IPv6 here");
        try (WebHost six = new WebHost(loopback);
                Outbound open = new Outbound(new OutboundProperties(List.of("[::1]:" + six.port())))) {
            six.at("/page").answers(200, "Hello");
            Outcome outcome = open
                    .send(new OutboundRequest(Method.GET, "http://[::1]:" + six.port() + "/page", Map.of(),
                            null, PATIENCE, 100, 0));

            assertThat(outcome).isInstanceOf(Answered.class);
            assertThat(six.header("host")).isEqualTo("[::1]:" + six.port());
        }
    }

    @Test
    void what_is_posted_arrives_as_it_is_and_follows_no_redirect() {
        host.at("/hook").redirects(307, host.url("/other"));
        Outcome outcome = outbound.send(new OutboundRequest(Method.POST, host.url("/hook"),
                Map.of("Content-Type", "application/json"), "{\"ü\": 1}", PATIENCE, 0, 0));

        assertThat(((Answered) outcome).status()).isEqualTo(307);
        assertThat(host.requests()).containsExactly("POST /hook");
        assertThat(host.lastBody()).isEqualTo("{\"ü\": 1}");
        assertThat(host.header("content-type")).isEqualTo("application/json");
        assertThatIllegalArgumentException().isThrownBy(() -> new OutboundRequest(Method.POST, "http://example.org/",
                Map.of(), "x", PATIENCE, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(
                () -> new OutboundRequest(Method.GET, "http://example.org/", Map.of(), null, PATIENCE, 0, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]",
        "[::ffff:127.0.0.1]", "0.0.0.0"})
    void a_private_address_is_refused_and_not_even_connected_to(String name) throws IOException {
        Outcome outcome = get("http://" + name + ":" + inner.getLocalPort() + "/");

        assertThat(outcome).isInstanceOf(Refused.class);
        assertUntouched(inner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:/", "http://localhost:080/", "http://localhost?x", "http://localhost#x",
        "http://LOCALHOST/", "https://localhost/%00%0d%0aX:y", "http://localhost//x", "http://localhost/;a=b?c=d&e=[f",
        "http://localhost/\u2028", "http://localhost:443/"})
    void an_address_in_an_unusual_form_is_refused_as_any_other(String address) {
        assertThat(get(address)).isInstanceOf(Refused.class);
    }

    /** Connections are accepted in their order, so that ours comes first if there was none before. */
    private static void assertUntouched(ServerSocket server) throws IOException {
        try (Socket own = new Socket(server.getInetAddress(), server.getLocalPort()); Socket first = server.accept()) {
            assertThat(first.getPort()).isEqualTo(own.getLocalPort());
        }
    }

    @Test
    void a_name_that_leads_to_a_private_address_is_refused_when_it_is_resolved() throws UnknownHostException {
        InetAddress inside = InetAddress.ofLiteral("10.0.0.1");
        InetAddress outside = InetAddress.ofLiteral("8.8.8.8");
        CheckedResolver resolver = new CheckedResolver(resolving(Map.of("inside.example", List.of(inside),
                "outside.example", List.of(outside), "both.example", List.of(outside, inside))),
                AllowedHosts.of(List.of("inside.example:8080")));

        assertThat(resolver.resolve("outside.example", 443)).containsExactly(new InetSocketAddress(outside, 443));
        assertThat(resolver.resolve("inside.example", 8080)).containsExactly(new InetSocketAddress(inside, 8080));
        assertThatThrownBy(() -> resolver.resolve("inside.example", 80)).isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> resolver.resolve("both.example", 80)).isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> resolver.resolve("both.example")).isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> resolver.resolve("nowhere.example", 80))
                .isExactlyInstanceOf(UnknownHostException.class);
        // At a port that is reached, so that only its address speaks against it.
        assertThat(get("http://localhost/"))
                .isEqualTo(new Refused("http://localhost/", "“localhost” is not on the public internet."));
    }

    private static DnsResolver resolving(Map<String, List<InetAddress>> names) {
        return new DnsResolver() {

            @Override
            public InetAddress[] resolve(String host) {
                return names.getOrDefault(host, List.of()).toArray(InetAddress[]::new);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/x", "http://localhost:%d/x", "//127.0.0.1:%d/x",
        "http://127.0.0.9/%d",
        "ftp://localhost/%d", "http://user@localhost/%d"})
    void a_redirect_goes_through_the_same_rule(String location) throws IOException {
        host.at("/page").redirects(302, location.formatted(inner.getLocalPort()));
        Outcome outcome = get(host.url("/page"));

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).address()).contains(String.valueOf(inner.getLocalPort()));
        assertUntouched(inner);
    }

    @Test
    void redirects_are_followed_up_to_a_bound_and_told() {
        for (int i = 0; i < 9; i++) {
            host.at("/hop" + i).redirects(301, "hop" + (i + 1));
        }
        host.at("/hop9").answers(200, "There");
        Answered answer = (Answered) get(host.url("/hop4"));

        assertThat(answer.text()).isEqualTo("There");
        assertThat(answer.at().toString()).isEqualTo(host.url("/hop9"));
        assertThat(answer.redirects()).hasSize(5).first()
                .isEqualTo(new Answered.Redirect(301, URI.create(host.url("/hop5"))));
        assertThat(get(host.url("/hop3"))).isEqualTo(new Failed(Reason.REDIRECTS, "It redirects more than 5 times."));
    }

    @Test
    void what_is_meant_for_one_host_is_not_sent_to_another() {
        try (WebHost other = new WebHost();
                Outbound both = new Outbound(new OutboundProperties(List.of(host.authority(), other.authority())))) {
            host.at("/page").redirects(302, other.url("/there"));
            other.at("/there").answers(200, "");
            both.send(new OutboundRequest(Method.GET, host.url("/page"), Map.of("User-Agent", "Test", "X-Secret", "s"),
                    null, PATIENCE, 100, 5));

            assertThat(host.header("x-secret")).isEqualTo("s");
            assertThat(other.header("x-secret")).isNull();
            assertThat(other.header("user-agent")).isEqualTo("Test");
        }
    }

    @Test
    void of_a_long_body_only_so_much_is_read() {
        host.at("/endless").endless();
        Answered answer = (Answered) get(host.url("/endless"), PATIENCE, 50);

        assertThat(answer.body()).hasSize(50);
        assertThat(answer.isCut()).isTrue();
    }

    @Test
    void a_host_that_does_not_answer_is_given_up_and_so_is_one_that_never_ends() {
        host.at("/silent").hangs();
        host.at("/endless").endless();

        assertThat(get(host.url("/silent"), Duration.ofMillis(300), 50))
                .isEqualTo(new Failed(Reason.TIMEOUT, "It takes too long."));
        assertThat(get(host.url("/endless"), Duration.ofMillis(300), Integer.MAX_VALUE - 10))
                .isEqualTo(new Failed(Reason.TIMEOUT, "It takes too long."));
    }

    @Test
    void a_host_that_is_away_one_that_speaks_no_tls_and_one_that_does_not_exist_are_told_apart() throws Exception {
        WebHost gone = new WebHost();
        gone.close();
        try (Outbound away = new Outbound(new OutboundProperties(List.of(gone.authority())))) {
            Outcome outcome = away
                    .send(new OutboundRequest(Method.HEAD, gone.url("/"), Map.of(), null, PATIENCE, 0, 0));
            assertThat(((Failed) outcome).reason()).isEqualTo(Reason.CONNECTION);
        }
        try (Outbound open = new Outbound(new OutboundProperties(List.of("127.0.0.1:" + inner.getLocalPort())));
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> answering = threads.submit(() -> {
                try (Socket socket = inner.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    socket.getInputStream().readAllBytes();
                }
                return null;
            });
            Outcome outcome = open.send(new OutboundRequest(Method.HEAD, "https://127.0.0.1:" + inner.getLocalPort(),
                    Map.of(), null, PATIENCE, 0, 0));
            assertThat(((Failed) outcome).reason()).isEqualTo(Reason.TLS);
            answering.get();
        }
        assertThat(Failures.of(new UnknownHostException("nowhere.invalid")).reason()).isEqualTo(Reason.UNKNOWN_HOST);
    }

    @Test
    void an_interrupted_thread_gets_no_outcome() {
        host.at("/silent").hangs();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> get(host.url("/silent"))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_address_can_be_judged_without_asking_anybody() {
        assertThat(outbound.refusal(host.url("/"))).isEmpty();
        assertThat(outbound.refusal("https://example.org/hook")).isEmpty();
        assertThat(outbound.refusal("http://169.254.169.254/"))
                .contains("“169.254.169.254” is not on the public internet.");
        assertThat(host.requests()).isEmpty();
    }
}
