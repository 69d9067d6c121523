package io.guidepost.delivery.chart;

/** There is no chart at an address; the message says which part of it is not known. */
final class UnknownChartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownChartException(String message) {
        super(message);
    }
}
