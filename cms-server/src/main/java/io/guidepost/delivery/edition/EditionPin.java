package io.guidepost.delivery.edition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which edition a request asks for.
 *
 * @param release the number of a release
 * @param snapshot the number of a statistics snapshot; none: the newest
 */
public record EditionPin(int release, @Nullable Integer snapshot) {

    /** What an edition to read from is called, as an argument and where an address may name one. */
    public static final String PARAMETER = "edition";

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?");

    /**
     * Reads what a request says.
     *
     * @throws RefusedQueryException if it is neither `7` nor `7.3`
     */
    public static EditionPin parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new RefusedQueryException("An edition is named by its release, `7`, or by release and snapshot,"
                    + " `7.3`; this is neither: " + Excerpt.of(text));
        }
        String snapshot = matcher.group(2);
        return new EditionPin(Integer.parseInt(matcher.group(1)),
                snapshot == null ? null : Integer.valueOf(snapshot));
    }

    /** What a request names it by, in its shortest form. */
    public String id() {
        return snapshot == null ? Integer.toString(release) : release + "." + snapshot;
    }
}
