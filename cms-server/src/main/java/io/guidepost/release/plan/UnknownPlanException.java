package io.guidepost.release.plan;

/** There is no such planned release. */
public final class UnknownPlanException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownPlanException(String id) {
        super("There is no planned release " + (id.length() > 80 ? id.substring(0, 80) + "…" : id) + ".");
    }
}
