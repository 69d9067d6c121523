package io.guidepost.delivery.chart;

import io.guidepost.quiz.statistics.AnswerStatistics;
import java.util.ArrayList;
import java.util.List;

/** A chart laid out from top to bottom: each answer's words, and under them its bar. Narrow, so that a phone shows it in full size. */
final class Drawing {

    static final double WIDTH = 480;

    private static final double MARGIN = 16;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double GAP = 8;
    private static final double BAR = 14;
    private static final double RADIUS = 3;
    private static final int MOST_LINES = 16;
    private static final double WHOLE = 100;

    private final List<Shape> shapes = new ArrayList<>();
    private double y = MARGIN;

    private Drawing() {}

    static Drawing of(Chart chart) {
        Drawing drawing = new Drawing();
        drawing.text(chart.title(), TextStyle.TITLE);
        drawing.text(chart.group(), TextStyle.GROUP);
        drawing.y += GAP;
        switch (chart) {
            case Chart.Bars bars -> drawing.bars(bars);
            case Chart.TooFew _ -> drawing.text(Chart.TooFew.MESSAGE, TextStyle.LABEL);
        }
        drawing.y += GAP;
        drawing.text(chart.footer(), TextStyle.FOOTER);
        return drawing;
    }

    /** From the first one drawn to the last. */
    List<Shape> shapes() {
        return List.copyOf(shapes);
    }

    double height() {
        return y + MARGIN;
    }

    private void bars(Chart.Bars chart) {
        double values = chart.answers().stream().mapToDouble(answer -> TextStyle.VALUE.width(chart.value(answer))).max()
                .orElse(0);
        double whole = INNER - values - GAP;
        for (AnswerStatistics answer : chart.answers()) {
            text(answer.label(), TextStyle.LABEL);
            double height = TextStyle.VALUE.lineHeight();
            double top = y + (height - BAR) / 2;
            shapes.add(new Shape.Box(MARGIN, top, whole, BAR, RADIUS, Paint.TRACK));
            double length = whole * Math.min(WHOLE, answer.percent()) / WHOLE;
            if (length > 0) {
                shapes.add(new Shape.Box(MARGIN, top, length, BAR, RADIUS, Paint.BAR));
            }
            shapes.add(new Shape.Line(chart.value(answer), WIDTH - MARGIN, y + TextStyle.VALUE.baseline(),
                    TextStyle.VALUE, true));
            y += height + GAP;
        }
    }

    private void text(String text, TextStyle style) {
        for (String line : TextLines.of(SvgWriter.printable(text), style.ems(INNER), MOST_LINES)) {
            shapes.add(new Shape.Line(line, MARGIN, y + style.baseline(), style, false));
            y += style.lineHeight();
        }
    }
}
