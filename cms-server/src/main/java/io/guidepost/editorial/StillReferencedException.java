package io.guidepost.editorial;

import java.util.List;

/** A document that others need; nothing has changed. */
public final class StillReferencedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Referrer> referrers;

    StillReferencedException(String title, List<Referrer> referrers) {
        super("“" + title + "” is needed by "
                + String.join(", ",
                        referrers.stream().map(referrer -> "“" + referrer.title() + "”").distinct().toList())
                + ".");
        this.referrers = List.copyOf(referrers);
    }

    /** Who refers to it, and where. */
    public List<Referrer> referrers() {
        return referrers;
    }
}
