package io.guidepost.transfer.command;

/** A command that could not do its work; the message says why. */
final class CommandFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CommandFailedException(String sentence) {
        super(sentence);
    }
}
