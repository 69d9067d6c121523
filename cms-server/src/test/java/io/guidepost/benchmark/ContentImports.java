package io.guidepost.benchmark;

import io.guidepost.server.ImportLoad;
import io.guidepost.server.ImportLoad.Answered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * How fast an archive of documents is imported over HTTP into a server that has just started on its embedded database, imported again
 * without a change, and exported. Arguments: how many documents (5000), then flags of the server's Java machine.
 */
public final class ContentImports {

    private ContentImports() {}

    public static void main(String[] arguments) throws Exception {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        List<String> flags = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        Path folder = Files.createTempDirectory("guidepost-imports");
        try (ImportLoad load = new ImportLoad(folder, flags)) {
            byte[] archive = ImportLoad.archive(documents);
            Answered first = load.imported(archive);
            print("created", first.count("created"), first.seconds());
            Answered second = load.imported(archive);
            print("unchanged", second.count("unchanged"), second.seconds());
            print("exported", documents, load.exported().seconds());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void print(String outcome, int documents, double seconds) {
        System.out.printf(Locale.ROOT, "%,6d documents %-9s in %5.1f s: %,6.0f a second%n", documents, outcome, seconds,
                documents / seconds);
    }
}
