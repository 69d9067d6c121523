package io.guidepost.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of documents as entity tags: version 7 is {@code "7"}. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private Versions() {}

    /**
     * The version that a write is based on.
     *
     * @param header the value of If-Match, or null where the request has none
     * @return the version
     * @throws PreconditionRequiredException if the header is missing
     * @throws MalformedVersionException if it is not one strong entity tag of a version
     */
    public static int ifMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new PreconditionRequiredException();
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new MalformedVersionException(header);
        }
        return Integer.parseInt(tag.group(1));
    }

    /**
     * The entity tag of a version.
     *
     * @param version counted from 1
     * @return the tag, quotes included
     */
    public static String tag(int version) {
        return "\"" + version + "\"";
    }
}
