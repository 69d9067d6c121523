package io.guidepost.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The embedded MongoDB as a server of its own: it prints how to connect and runs until its input ends. */
public final class MongoProcess {

    private MongoProcess() {}

    /** Arguments: the folder of the store. */
    public static void main(String[] arguments) throws IOException {
        try (var mongo = EmbeddedMongo.start(Path.of(arguments[0]))) {
            System.out.println("mongo " + mongo.connectionString());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
