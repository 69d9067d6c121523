package io.guidepost.elasticsearch.launcher;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what the parent process says and ends this process when it says stop or falls silent for good. */
final class ParentWatch extends Thread {

    private final InputStream parent;
    private volatile @Nullable Closeable running;

    ParentWatch(InputStream parent) {
        super("parent-watch");
        setDaemon(true);
        this.parent = parent;
    }

    /** Names what is to be closed when the parent asks to stop. */
    void onStop(Closeable closed) {
        running = closed;
    }

    @Override
    public void run() {
        try (var lines = new BufferedReader(new InputStreamReader(parent, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(ElasticsearchLauncher.STOP)) {
                    close();
                    break;
                }
            }
        } catch (IOException e) {
            // The pipe broke: the parent is gone, which is what the next line is for.
        }
        Runtime.getRuntime().halt(0);
    }

    private void close() throws IOException {
        Closeable closed = running;
        if (closed != null) {
            closed.close();
        }
    }
}
