package io.guidepost.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads a whole bundle from a request's body, within bounds whatever the body claims to be. */
final class BundleReader {

    private final TransferProperties limits;

    BundleReader(TransferProperties limits) {
        this.limits = limits;
    }

    /**
     * Reads an archive. It is spooled to a file, since only its directory at the end says that it is whole.
     *
     * @throws MalformedArchiveException if it is no archive, or breaks a bound
     * @throws MalformedContentException with everything that is wrong with any of its files
     * @throws IOException if the body breaks off
     */
    ContentBundle archive(InputStream body) throws IOException {
        Path spooled = Files.createTempFile("guidepost-import", ".zip");
        try {
            long _ = Files.copy(body, spooled, StandardCopyOption.REPLACE_EXISTING);
            return archive(spooled);
        } finally {
            Files.delete(spooled);
        }
    }

    private ContentBundle archive(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            List<? extends ZipEntry> entries = archive.stream().filter(entry -> !entry.isDirectory()).toList();
            if (entries.size() > limits.maxDocuments()) {
                throw tooMany();
            }
            Set<String> names = new HashSet<>();
            ReadFiles read = new ReadFiles();
            long left = limits.maxInflated().toBytes();
            for (ZipEntry entry : entries) {
                String name = safe(entry.getName());
                if (!names.add(name)) {
                    throw new MalformedArchiveException("The archive holds “" + name + "” twice.");
                }
                if (!ContentFile.isDocument(name) && !name.equals(ContentFile.QUIZ)) {
                    read.ignore(name);
                    continue;
                }
                byte[] bytes = bytes(archive, entry, left);
                left -= bytes.length;
                if (name.equals(ContentFile.QUIZ)) {
                    read.quiz(name, bytes);
                } else {
                    read.yaml(name, bytes);
                }
            }
            if (names.stream().noneMatch(name -> ContentFile.isDocument(name) || name.equals(ContentFile.QUIZ))) {
                throw new MalformedArchiveException(
                        "The archive holds no content: neither documents/…/*.yaml nor quiz/quiz.yaml.");
            }
            return read.bundle();
        } catch (ZipException malformed) {
            throw new MalformedArchiveException("The body is not a ZIP archive, or a broken one.");
        }
    }

    private byte[] bytes(ZipFile archive, ZipEntry entry, long left) throws IOException {
        long largest = limits.maxFile().toBytes();
        try (InputStream content = archive.getInputStream(entry)) {
            byte[] bytes = content.readNBytes(Math.toIntExact(Math.min(largest, left) + 1));
            if (bytes.length > left) {
                throw tooLarge();
            }
            if (bytes.length > largest) {
                throw new MalformedArchiveException(
                        "“" + entry.getName() + "” is larger than the " + largest + " bytes that a file may have.");
            }
            return bytes;
        }
    }

    /** Nothing is ever written under these names, but an archive that tries to leave its folder is none of ours. */
    private static String safe(String name) {
        if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0 || name.indexOf(':') >= 0
                || Arrays.asList(name.split("/", -1)).contains("..")) {
            throw new MalformedArchiveException("The archive holds a file whose name leads out of it.");
        }
        return name;
    }

    /**
     * Reads documents line by line.
     *
     * @throws MalformedContentException with everything that is wrong with any line
     * @throws IOException if the body breaks off
     */
    ContentBundle lines(InputStream body) throws IOException {
        long largest = limits.maxInflated().toBytes();
        byte[] bytes = body.readNBytes(Math.toIntExact(Math.min(largest + 1, Integer.MAX_VALUE - 8)));
        if (bytes.length > largest) {
            throw tooLarge();
        }
        ReadFiles read = new ReadFiles();
        int line = 0;
        int documents = 0;
        for (int start = 0; start < bytes.length;) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            line++;
            if (!isBlank(bytes, start, end)) {
                if (++documents > limits.maxDocuments()) {
                    throw tooMany();
                }
                read.json(line, Arrays.copyOfRange(bytes, start, end));
            }
            start = end + 1;
        }
        return read.bundle();
    }

    private static boolean isBlank(byte[] bytes, int start, int end) {
        return end == start || (end == start + 1 && bytes[start] == '\r');
    }

    private MalformedArchiveException tooMany() {
        return new MalformedArchiveException(
                "An import brings " + limits.maxDocuments() + " files at most; send them in parts.");
    }

    private MalformedArchiveException tooLarge() {
        return new MalformedArchiveException("The content is larger than the " + limits.maxInflated().toBytes()
                + " bytes that an import may have, unpacked; send it in parts.");
    }
}
