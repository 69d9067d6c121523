package io.guidepost.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers, and takes messages or does not. */
final class StubbornSmtp implements AutoCloseable {

    /** What it does once it was handed a message. */
    enum Mood {
        /** Takes it. */
        TAKES,
        /** Says that it does not take it now. */
        REFUSES,
        /** Breaks off without a word. */
        BREAKS_OFF,
        /** Takes it, and breaks off instead of a farewell. */
        TAKES_AND_BREAKS_OFF,
        /** Never says a word, from the beginning. */
        HANGS
    }

    private final ServerSocket server;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger tried = new AtomicInteger();
    private volatile Mood mood;

    StubbornSmtp(Mood mood) throws IOException {
        this.mood = mood;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void become(Mood next) {
        mood = next;
    }

    /** The messages that it has taken. */
    List<String> taken() {
        return taken;
    }

    /** How many connections there were. */
    int tried() {
        return tried.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                tried.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        if (mood == Mood.HANGS) {
            return;
        }
        try (socket;
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 ready");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    if (!answer(out, message(lines))) {
                        return;
                    }
                } else {
                    say(out, line.startsWith("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException gone) {
            // The client is gone, or the test over.
        }
    }

    private static String message(BufferedReader lines) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = lines.readLine(); !line.equals("."); line = lines.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private boolean answer(OutputStream out, String message) throws IOException {
        return switch (mood) {
            case TAKES -> {
                taken.add(message);
                say(out, "250 taken");
                yield true;
            }
            case TAKES_AND_BREAKS_OFF -> {
                taken.add(message);
                say(out, "250 taken");
                yield false;
            }
            case REFUSES -> {
                say(out, "451 not now");
                yield true;
            }
            case BREAKS_OFF, HANGS -> false;
        };
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
