package io.guidepost.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * Asks addresses that content and people name: those of the public web, and what {@code guidepost.outbound.allowed-hosts} lists. No
 * cookies, no credentials, no proxy of the machine; a connection serves one request, so that none outlives the rule it was made by.
 */
@Component
public final class Outbound implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 64;
    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_HEADERS = 200;
    /** No step takes longer; the whole has the time-out of its request. */
    private static final Timeout STEP = Timeout.ofSeconds(60);

    private final AllowedHosts allowed;
    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors
            .newCachedThreadPool(Thread.ofPlatform().daemon().name("outbound-", 0).factory());

    /** A client that may reach what the properties list, too. */
    public Outbound(OutboundProperties properties) {
        this.allowed = AllowedHosts.of(properties.allowedHosts());
        this.client = client(new CheckedResolver(allowed));
    }

    private static CloseableHttpClient client(CheckedResolver resolver) {
        Http1Config bounds = Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS)
                .build();
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver).setMaxConnTotal(MOST_CONNECTIONS).setMaxConnPerRoute(MOST_CONNECTIONS)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(bounds).build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(STEP).setSocketTimeout(STEP).build())
                .build();
        return HttpClientBuilder.create().setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(STEP)
                        .setResponseTimeout(STEP).setProtocolUpgradeEnabled(false).build())
                .setConnectionReuseStrategy((request, response, context) -> false).disableRedirectHandling()
                .disableAutomaticRetries().disableCookieManagement().disableAuthCaching().disableContentCompression()
                .build();
    }

    /**
     * Why an address will not be reached, as far as that can be told without asking anybody.
     *
     * @return a sentence; empty: it may be
     */
    public Optional<String> refusal(String address) {
        try {
            Destination _ = Destination.of(address, allowed);
            return Optional.empty();
        } catch (RefusedAddressException refusal) {
            return Optional.of(String.valueOf(refusal.getMessage()));
        }
    }

    /**
     * Makes a request, within its time-out.
     *
     * @param request what to ask
     * @return what became of it; whatever goes wrong on the way is an outcome
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    public Outcome send(OutboundRequest request) {
        Exchange exchange = new Exchange(client, allowed, request);
        Future<Outcome> running = threads.submit(exchange::make);
        try {
            return running.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            exchange.cancel();
            return Failures.timeout();
        } catch (InterruptedException interrupted) {
            exchange.cancel();
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while an answer was awaited.");
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A request failed unexpectedly.", failure.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            client.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
