package io.guidepost.quiz.response;

import java.io.IOException;

/** Lines of responses broke off. Those before count. */
public final class BrokenOffException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient IngestReport report;

    BrokenOffException(IngestReport report, IOException cause) {
        super("The lines broke off after %d of them.".formatted(report.received()), cause);
        this.report = report;
    }

    /**
     * What became of the lines before.
     *
     * @return the report
     */
    public IngestReport report() {
        return report;
    }
}
