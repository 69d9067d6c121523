package io.guidepost.web;

/**
 * The keys that answers carry in {@code Surrogate-Key} for all that they were made from, and that caches in front of the server are told to
 * forget by. A document's key is its id, which can be one of these as well; then both are forgotten.
 */
public final class SurrogateKey {

    /** Every answer has it. */
    public static final String ALL = "all";
    /** Has whatever was made from more than can be named: any change is one to it. */
    public static final String EVERYTHING = "everything";
    /** Answers that tell of the edition: its id, what it holds, or what it changes. */
    public static final String EDITION = "edition";
    /** Answers with former slugs. */
    public static final String REDIRECTS = "redirects";
    /** Answers with careers related to a guide, which any guide may join or leave. */
    public static final String RELATED = "related";
    /** Answers with figures over all who took the quiz. */
    public static final String STATISTICS = "statistics";

    private SurrogateKey() {}

    /** Answers that have asked for a document which is not live, by its type and slug. */
    public static String missing(String type, String slug) {
        return type + "/" + slug;
    }

    /** Answers that follow from which documents of a type are live. */
    public static String type(String type) {
        return "type:" + type;
    }

    /** Answers with figures of a role. */
    public static String role(String role) {
        return "statistics:" + role;
    }
}
