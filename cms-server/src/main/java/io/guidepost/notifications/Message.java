package io.guidepost.notifications;

import java.util.regex.Pattern;

/**
 * What somebody is told. Titles and names come from people, so line ends and other control characters in them become spaces.
 *
 * @param about what it is about
 * @param title the title of that
 * @param text what happened, in a sentence with titles
 * @param link the path of what it is about in the admin API
 */
record Message(About about, String title, String text, String link) {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    private static final int LONGEST_REMARK = 300;

    Message {
        title = line(title);
        text = line(text);
    }

    /** What somebody wrote, to be put behind a sentence; shortened if it is long, empty if it is. */
    static String quoted(String remark) {
        String line = line(remark);
        if (line.isEmpty()) {
            return "";
        }
        return " “" + (line.codePointCount(0, line.length()) <= LONGEST_REMARK
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_REMARK)) + "…") + "”";
    }

    /** A text in one line. */
    static String line(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }
}
