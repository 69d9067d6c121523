package io.guidepost.transfer;

/** A body that is no archive of content, or a larger one than is taken; nothing has changed. */
final class MalformedArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedArchiveException(String sentence) {
        super(sentence);
    }
}
