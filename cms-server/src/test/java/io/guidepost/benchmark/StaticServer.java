package io.guidepost.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** nginx with a folder of files, as fast as it gets: what there is to compare with. */
final class StaticServer implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Path files;

    StaticServer(Path folder) throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
                user %4$s;
                worker_processes 2;
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events { worker_connections 256; }
                http {
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  keepalive_requests 1000000000;
                  open_file_cache max=1000;
                  default_type application/json;
                  server { listen 127.0.0.1:%2$d; root %3$s; }
                }
                """.formatted(folder, port, files, System.getProperty("user.name")));
        process = new ProcessBuilder("nginx", "-c", configuration.toString()).inheritIO().start();
        await().failFast("nginx has ended", () -> !process.isAlive()).until(this::isListening);
    }

    private boolean isListening() {
        try (Socket _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Puts a file there; gives the path that it has. */
    String put(String name, byte[] bytes) throws IOException {
        Path _ = Files.write(files.resolve(name), bytes);
        return "/" + name;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
