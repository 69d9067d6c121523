package io.guidepost.delivery.chart;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The colours of a theme, as six hexadecimal digits. Texts stand out from the background by a contrast of 4.5 to 1 or more, and bars from
 * the background and their track by 3 to 1 or more (WCAG 2.2, 1.4.3 and 1.4.11).
 */
record Palette(String background, String text, String muted, String bar, String track) {

    static final Palette LIGHT = new Palette("#ffffff", "#1a1f29", "#4d5666", "#1d5fa6", "#e6eaf0");
    static final Palette DARK = new Palette("#12161d", "#f0f3f8", "#b3bccb", "#7db4f5", "#2a323e");

    String of(Paint paint) {
        return switch (paint) {
            case BACKGROUND -> background;
            case TEXT -> text;
            case MUTED -> muted;
            case BAR -> bar;
            case TRACK -> track;
        };
    }

    /** The rules of a style sheet for what is painted within elements of a class. */
    String rules(String styleClass) {
        return Arrays.stream(Paint.values()).map(paint -> ".%s .%s{fill:var(--guidepost-chart-%s,%s)}".formatted(
                styleClass, paint.word(), paint.word(), of(paint))).collect(Collectors.joining());
    }
}
