package io.guidepost.delivery.chart;

/** How a text is set; sizes are in units of the drawing. */
enum TextStyle {

    TITLE(16, true, Paint.TEXT), GROUP(14, false, Paint.MUTED), LABEL(14, false, Paint.TEXT), VALUE(14, true,
            Paint.TEXT), FOOTER(12, false, Paint.MUTED);

    private static final double BOLD = 1.12;
    /** Tall enough for scripts that need more room than Latin. */
    private static final double LEADING = 1.5;
    private static final double BASELINE = 1.1;

    private final int size;
    private final boolean bold;
    private final Paint paint;

    TextStyle(int size, boolean bold, Paint paint) {
        this.size = size;
        this.bold = bold;
        this.paint = paint;
    }

    int size() {
        return size;
    }

    boolean isBold() {
        return bold;
    }

    Paint paint() {
        return paint;
    }

    /** From one line to the next. */
    double lineHeight() {
        return size * LEADING;
    }

    /** From the top of a line to where its letters stand. */
    double baseline() {
        return size * BASELINE;
    }

    /** How wide a text is at most. */
    double width(String text) {
        return GlyphWidths.of(text) * unit();
    }

    /** How many ems fit into a width. */
    double ems(double width) {
        return width / unit();
    }

    private double unit() {
        return bold ? size * BOLD : size;
    }
}
