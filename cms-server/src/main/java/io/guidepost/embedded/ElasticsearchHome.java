package io.guidepost.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * An Elasticsearch unpacked on the disk: programs and settings, no data. It comes from one class path resource, so it is
 * the same in a test, in a build and in the packaged server.
 */
record ElasticsearchHome(Path path) {

    private static final String RESOURCES = "/guidepost/embedded-elasticsearch/";
    private static final int CHECKSUM_CHARACTERS = 12;
    private static final String PREFIX = "home-";

    /**
     * Unpacks the home below a folder, unless this very home is there already, and removes older ones.
     *
     * @throws UncheckedIOException if the folder cannot be written to
     */
    static ElasticsearchHome unpack(Path folder) {
        try {
            Path home = folder.resolve(name());
            if (!Files.isDirectory(home)) {
                Files.createDirectories(folder);
                removeHomes(folder);
                Path unfinished = Files.createTempDirectory(folder, PREFIX);
                unzip(unfinished);
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return new ElasticsearchHome(home);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack Elasticsearch below " + folder, e);
        }
    }

    private static String name() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = resource("home.properties")) {
            properties.load(in);
        }
        return PREFIX + properties.getProperty("version") + "-" + properties.getProperty("checksum").substring(0,
                CHECKSUM_CHARACTERS);
    }

    private static InputStream resource(String name) {
        InputStream in = ElasticsearchHome.class.getResourceAsStream(RESOURCES + name);
        if (in == null) {
            throw new IllegalStateException("The class path lacks " + RESOURCES + name);
        }
        return in;
    }

    private static void removeHomes(Path folder) throws IOException {
        List<Path> homes;
        try (Stream<Path> all = Files.list(folder)) {
            homes = all.filter(path -> path.getFileName().toString().startsWith(PREFIX)).toList();
        }
        for (Path home : homes) {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private static void unzip(Path target) throws IOException {
        try (var zip = new ZipInputStream(resource("home.zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                }
            }
        }
    }
}
