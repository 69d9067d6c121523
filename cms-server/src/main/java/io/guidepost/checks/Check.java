package io.guidepost.checks;

import java.util.Map;

/** Looks for one kind of mistake, or a few that belong together. */
interface Check {

    /** The codes of what it finds, each with its severity where nothing else is configured. */
    Map<String, Severity> codes();

    /** Reports what it finds. Content may be incomplete and of any shape; none makes a check fail. */
    void look(Subject subject, Report report);
}
