package io.guidepost.content;

/** Writes JSON pointers (RFC 6901). */
public final class Pointers {

    private Pointers() {}

    /** Where a field of an object is, given where the object is. */
    public static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Where an item of a list is, counted from 0, given where the list is. */
    public static String child(String parent, int index) {
        return parent + "/" + index;
    }
}
