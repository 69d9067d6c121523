package io.guidepost.delivery.chart;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a chart as an image that says in words what it shows to those who do not see it. */
final class ChartImage {

    private static final String FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    private ChartImage() {}

    /** The chart as SVG in UTF-8. */
    static byte[] of(Chart chart, Theme theme) {
        Drawing drawing = Drawing.of(chart);
        String width = SvgWriter.number(Drawing.WIDTH);
        String height = SvgWriter.number(drawing.height());
        String id = id(chart.name(), theme);
        SvgWriter svg = new SvgWriter();
        Map<String, String> root = new LinkedHashMap<>();
        root.put("width", width);
        root.put("height", height);
        root.put("viewBox", "0 0 " + width + " " + height);
        root.put("role", "img");
        root.put("aria-labelledby", id + "-title " + id + "-desc");
        root.put("class", theme.styleClass());
        root.put("font-family", FONT);
        svg.start(root);
        svg.element("title", Map.of("id", id + "-title"), chart.title() + " – " + chart.group());
        svg.element("desc", Map.of("id", id + "-desc"), chart.description());
        svg.element("style", Map.of(), theme.styles());
        box(new Shape.Box(0, 0, Drawing.WIDTH, drawing.height(), 0, Paint.BACKGROUND), theme, svg);
        for (Shape shape : drawing.shapes()) {
            switch (shape) {
                case Shape.Box box -> box(box, theme, svg);
                case Shape.Line line -> line(line, theme, svg);
            }
        }
        return svg.end();
    }

    /** Unlike that of any other chart in the same page; keys are words joined by hyphens. */
    private static String id(ChartName name, Theme theme) {
        String background = name.background();
        return "guidepost-chart_" + name.role() + "_" + name.question() + (background == null ? "" : "_" + background)
                + "_" + theme.word();
    }

    private static void box(Shape.Box box, Theme theme, SvgWriter svg) {
        Map<String, String> attributes = painted(box.paint(), theme);
        attributes.put("x", SvgWriter.number(box.x()));
        attributes.put("y", SvgWriter.number(box.y()));
        attributes.put("width", SvgWriter.number(box.width()));
        attributes.put("height", SvgWriter.number(box.height()));
        if (box.radius() > 0) {
            attributes.put("rx", SvgWriter.number(box.radius()));
        }
        svg.element("rect", attributes);
    }

    private static void line(Shape.Line line, Theme theme, SvgWriter svg) {
        TextStyle style = line.style();
        Map<String, String> attributes = painted(style.paint(), theme);
        attributes.put("x", SvgWriter.number(line.x()));
        attributes.put("y", SvgWriter.number(line.y()));
        attributes.put("font-size", Integer.toString(style.size()));
        if (style.isBold()) {
            attributes.put("font-weight", "bold");
        }
        if (line.isRightToLeft()) {
            attributes.put("direction", "rtl");
        }
        // The end of a text that is read from right to left is on the left.
        if (line.isRightToLeft() != line.end()) {
            attributes.put("text-anchor", "end");
        }
        svg.element("text", attributes, line.text());
    }

    private static Map<String, String> painted(Paint paint, Theme theme) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", paint.word());
        attributes.put("fill", theme.palette().of(paint));
        return attributes;
    }
}
