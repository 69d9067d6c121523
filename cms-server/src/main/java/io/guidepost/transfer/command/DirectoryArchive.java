package io.guidepost.transfer.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a directory of content. */
final class DirectoryArchive {

    private DirectoryArchive() {}

    /** Packs the files that hold content, in the order of their names. */
    static void pack(Path directory, Path archive) throws IOException {
        try (Stream<Path> walk = Files.walk(directory);
                ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(archive))) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                String name = directory.relativize(file).toString().replace('\\', '/');
                if (name.startsWith("documents/") || name.equals("quiz/quiz.yaml")) {
                    packed.putNextEntry(new ZipEntry(name));
                    long _ = Files.copy(file, packed);
                    packed.closeEntry();
                }
            }
        }
    }
}
