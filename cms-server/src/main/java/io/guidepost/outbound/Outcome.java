package io.guidepost.outbound;

/** What became of a request. */
public sealed interface Outcome permits Answered, Outcome.Refused, Outcome.Failed {

    /**
     * The server must not go there, and has not.
     *
     * @param address where: what was asked for, or what it redirected to
     * @param why in a sentence
     */
    record Refused(String address, String why) implements Outcome {}

    /**
     * There is no answer, or none that can be read.
     *
     * @param reason why
     * @param why the same in a sentence
     */
    record Failed(Reason reason, String why) implements Outcome {}

    /** Why there is no answer. */
    enum Reason {
        /** No host has that name. */
        UNKNOWN_HOST,
        /** The host could not be connected to, or hung up. */
        CONNECTION,
        /** The connection could not be secured: the certificate, for one. */
        TLS,
        /** It took too long. */
        TIMEOUT,
        /** What was answered is no HTTP. */
        PROTOCOL,
        /** It redirects too often. */
        REDIRECTS
    }
}
