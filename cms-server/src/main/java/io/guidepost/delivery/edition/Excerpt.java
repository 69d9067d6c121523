package io.guidepost.delivery.edition;

/** What a message repeats of a client's input: enough to know it by, never all of a long one. */
public final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    public static String of(Object input) {
        String text = input.toString();
        return "`" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…") + "`";
    }
}
