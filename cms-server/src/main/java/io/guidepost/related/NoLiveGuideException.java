package io.guidepost.related;

/** Related careers were asked for of something that is no live guide. */
final class NoLiveGuideException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoLiveGuideException(String id) {
        super("No guide is live whose id is “" + id + "”.");
    }
}
