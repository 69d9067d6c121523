package io.guidepost.benchmark;

import io.guidepost.benchmark.WebLoad.Measured;
import io.guidepost.server.DeliveryLoad;
import io.guidepost.server.DeliveryLoad.Published;
import io.guidepost.server.DeliveryLoad.Pulled;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * How fast published content is delivered, on a server with few guides and the same server with many, and next to nginx with the same bytes as
 * files. Needs wrk and nginx. Arguments: how many guides few are (200) and many (10000), for how many seconds each measurement runs (8),
 * how often a guide is published (500).
 */
public final class Delivery {

    /** So many different pages are asked for. */
    private static final int PAGES = 200;

    /** So many measurements are thrown away before that without kept answers: it takes the compiler about a minute to be through. */
    private static final int WARMING = 7;

    private final Path folder;
    private final WebLoad web;
    private final int publishes;

    private Delivery(Path folder, int seconds, int publishes) {
        this.folder = folder;
        this.web = new WebLoad(folder, seconds);
        this.publishes = publishes;
    }

    public static void main(String[] arguments) throws Exception {
        List<Integer> numbers = new ArrayList<>(List.of(200, 10_000, 8, 500));
        for (int i = 0; i < arguments.length; i++) {
            numbers.set(i, Integer.valueOf(arguments[i]));
        }
        Path folder = Files.createTempDirectory("guidepost-delivery");
        try {
            new Delivery(folder, numbers.get(2), numbers.get(3)).run(numbers.get(0), numbers.get(1));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void run(int few, int many) throws Exception {
        try (DeliveryLoad load = new DeliveryLoad(folder.resolve("server"));
                StaticServer nginx = new StaticServer(Files.createDirectories(folder.resolve("nginx")))) {
            int filled = 0;
            for (int guides : List.of(few, many)) {
                long start = System.nanoTime();
                load.fill(filled + 1, guides);
                filled = guides;
                title("%,d guides, made live in %.0f s", guides, (System.nanoTime() - start) / 1e9);
                start = System.nanoTime();
                load.awaitRest();
                line("all embedded and indexed %.0f s later, memory %s", (System.nanoTime() - start) / 1e9,
                        Readings.memory(load.pid()));
                double up = load.restart();
                line("start to first answer %.1f s", up);
                rates(load, nginx, guides);
                publishing(load, nginx, guides);
                changes(load);
                line("memory %s", Readings.memory(load.pid()));
                double _ = load.restart("--guidepost.delivery.answers-in-memory=0");
                cold(load, nginx, guides);
                line("memory %s", Readings.memory(load.pid()));
            }
        }
    }

    private static List<String> slugs(int guides) {
        return IntStream.rangeClosed(1, PAGES).mapToObj(i -> "guide-" + (long) i * guides / PAGES).toList();
    }

    private void rates(DeliveryLoad load, StaticServer nginx, int guides) throws Exception {
        List<String> pages = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        List<String> hashed = new ArrayList<>();
        List<String> files = new ArrayList<>();
        byte[] _ = load.get(DeliveryLoad.pageWithHash("guide-1"));
        long size = 0;
        for (String slug : slugs(guides)) {
            String page = DeliveryLoad.page(slug);
            byte[] answer = load.get(page);
            size += answer.length;
            pages.add(page);
            bodies.add(DeliveryLoad.pageBody(slug));
            String byHash = DeliveryLoad.pageByHash(slug);
            if (!Arrays.equals(load.get(byHash), answer)) {
                throw new IllegalStateException("The hash of the query has another answer than its text.");
            }
            hashed.add(byHash);
            files.add(nginx.put(slug, answer));
        }
        line("a page has %,d bytes", size / PAGES);
        String list = DeliveryLoad.query(
                "{ roleGuides(first: 100) { totalCount nodes { slug role title subtitle publishedAt } } }");
        byte[] listed = load.get(list);
        line("a list of 100 guides has %,d bytes", listed.length);
        List<String> listFile = List.of(nginx.put("list", listed));
        Measured _ = web.get(load.address(), pages);
        Measured _ = web.get(load.address(), hashed);
        Measured _ = web.post(load.address(), "/graphql", bodies);
        Measured files1 = web.get(nginx.address(), files);
        Measured get = web.get(load.address(), pages);
        Measured byHash = web.get(load.address(), hashed);
        Measured post = web.post(load.address(), "/graphql", bodies);
        Measured files2 = web.get(nginx.address(), files);
        double base = (files1.rate() + files2.rate()) / 2;
        row("nginx, the bytes of the pages", files1, base);
        row("page of a guide, GET", get, base);
        row("page of a guide, GET by a hash", byHash, base);
        row("page of a guide, POST", post, base);
        Measured list1 = web.get(nginx.address(), listFile);
        Measured lists = web.get(load.address(), List.of(list));
        Measured list2 = web.get(nginx.address(), listFile);
        double listBase = (list1.rate() + list2.rate()) / 2;
        row("nginx, the bytes of the list", list1, listBase);
        row("list of 100 guides, GET", lists, listBase);
    }

    private void cold(DeliveryLoad load, StaticServer nginx, int guides) throws Exception {
        List<String> bodies = new ArrayList<>();
        for (String slug : slugs(guides)) {
            bodies.add(DeliveryLoad.pageBody(slug));
        }
        for (int i = 0; i < WARMING; i++) {
            Measured _ = web.post(load.address(), "/graphql", bodies);
        }
        row("page of a guide, no answers kept", web.post(load.address(), "/graphql", bodies), 0);
    }

    private void publishing(DeliveryLoad load, StaticServer nginx, int guides) throws Exception {
        String file = nginx.put("page", load.get(DeliveryLoad.page("guide-1")));
        Published published = load.publish(publishes, 4, URI.create(nginx.address() + file));
        line("published %,d times while %,d answers were read, %,d of them stale", publishes, published.reads(),
                published.stale());
        line("  a release is made in %s", Readings.percentiles(published.made()));
        line("  and seen after that in %s", Readings.percentiles(published.visible()));
        line("  a file of nginx is seen then in %s", Readings.percentiles(published.file()));
        line("a guide is found as related %.1f s after its release", load.searchable("quorvex" + guides));
    }

    private static void changes(DeliveryLoad load) throws Exception {
        line("what the last release has changed is told in %.1f ms", load.lastChange());
        for (String time : List.of("at first", "again")) {
            Pulled pulled = load.pull();
            line("the whole site pulled %s: %,d documents, %,d MB in %.1f s", time, pulled.changes(),
                    pulled.bytes() / 1_000_000, pulled.seconds());
        }
    }

    private static void title(String format, Object... values) {
        System.out.printf(Locale.ROOT, "%n## " + format + "%n", values);
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private static void row(String what, Measured measured, double base) {
        line("| %-34s | %,8.0f a second | %s | %6.2f ms | %6.1f ms |", what, measured.rate(), base == 0
                ? "    "
                : String.format(Locale.ROOT, "%.2f", measured.rate() / base), measured.median(), measured.slowest());
    }
}
