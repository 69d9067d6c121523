package io.guidepost.delivery.chart;

import io.guidepost.content.Words;
import io.guidepost.web.MalformedQueryException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** In which colours a chart is drawn. */
enum Theme {

    /** As the reader prefers. */
    AUTO, LIGHT, DARK;

    /**
     * The theme of that name.
     *
     * @throws MalformedQueryException if there is none
     */
    static Theme named(String name) {
        List<String> names = Arrays.stream(values()).map(Theme::word).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new MalformedQueryException("“theme” must be one of " + String.join(", ", names) + ", not " + Words
                    .quoted(name) + "."
                    + Words.closest(name, names).map(close -> " Did you mean " + Words.quoted(
                            close) + "?").orElse(""));
        }
        return values()[index];
    }

    /** As it is written in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of the chart, so that several charts in one page have the colours of their own. */
    String styleClass() {
        return "guidepost-chart-" + word();
    }

    /** The colours where styles are not read. */
    Palette palette() {
        return this == DARK ? Palette.DARK : Palette.LIGHT;
    }

    /** The rules for all that {@link Paint} names; whoever has the chart in a page changes the colours by custom properties. */
    String styles() {
        String rules = palette().rules(styleClass());
        return this == AUTO
                ? rules + "@media (prefers-color-scheme:dark){" + Palette.DARK.rules(styleClass()) + "}"
                : rules;
    }
}
