package io.guidepost.delivery.chart;

import java.util.Locale;

/** What is painted in the same colour. */
enum Paint {

    /** Behind everything. */
    BACKGROUND,
    /** What is to be read first. */
    TEXT,
    /** What is to be read last. */
    MUTED,
    /** As long as the share. */
    BAR,
    /** As long as a share of 100 %. */
    TRACK;

    /** The class of whatever is painted with it, and the end of the custom property's name. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
