package io.guidepost.delivery.export;

import java.io.IOException;
import java.time.Duration;

/** The reader of an export takes too little of it. */
final class SlowReaderException extends IOException {

    private static final long serialVersionUID = 1;

    SlowReaderException(Duration patience) {
        super("The reader has taken less than " + PacedStream.LEAST + " bytes in " + patience.toMillis() + " ms.");
    }
}
