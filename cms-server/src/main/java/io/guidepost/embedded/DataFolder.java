package io.guidepost.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that the embedded backends keep their data in, held by one server at a time. The operating system lets go
 * of it when the server ends, however it ends.
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder, and makes it if it is not there.
     *
     * @throws DataFolderInUseException if another server has it
     * @throws UncheckedIOException if it cannot be made or written to
     */
    static DataFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        Path lockFile = path.resolve("lock");
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String holder = read(channel);
                channel.close();
                throw new DataFolderInUseException(path, holder);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(
                    StandardCharsets.UTF_8)));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the data folder " + path, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The process that holds the folder, as far as it can be told: some systems let nobody read a locked file. */
    private static String read(FileChannel channel) {
        try {
            ByteBuffer content = ByteBuffer.allocate(20);
            channel.read(content);
            return StandardCharsets.UTF_8.decode(content.flip()).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** A folder within it, for one backend. */
    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
