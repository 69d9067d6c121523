package io.guidepost.transfer.command;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Tells people what an import did. */
final class ReportText {

    private final PrintWriter out;

    ReportText(PrintWriter out) {
        this.out = out;
    }

    /** Files that the server could not read; nothing was imported. */
    int malformed(JsonNode problem, PrintWriter err) {
        if (!problem.has("problems")) {
            err.println(problem.path("detail").asString(""));
        }
        for (JsonNode found : problem.path("problems")) {
            String place = found.has("line") ? ":" + found.get("line").asInt() : "";
            String column = found.has("column") ? ":" + found.get("column").asInt() : "";
            String pointer = found.path("pointer").asString("");
            err.println(found.path("file").asString("") + place + column + (pointer.isEmpty() ? "" : " " + pointer)
                    + ": " + found.path("message").asString(""));
        }
        err.println("Nothing was imported.");
        err.flush();
        return TransferCommands.INCOMPLETE;
    }

    /** What became of each document that there is more to tell of, and the counts. */
    int report(JsonNode report) {
        boolean complete = report.path("conflicts").asInt() == 0 && report.path("invalid").asInt() == 0
                && report.path("releaseProblems").isEmpty();
        for (JsonNode document : report.path("documents")) {
            complete &= tell(document);
        }
        if (report.has("quiz")) {
            complete &= tell(report.get("quiz"));
        }
        for (JsonNode problem : report.path("releaseProblems")) {
            out.println("Not released: " + problem.path("message").asString(""));
        }
        out.println((report.path("dryRun").asBoolean() ? "Dry run: " : "") + report.path("created").asInt()
                + " created, " + report.path("updated").asInt() + " updated, " + report.path("unchanged").asInt()
                + " unchanged, " + report.path("conflicts").asInt() + " conflicts, " + report.path("invalid").asInt()
                + " invalid.");
        if (report.has("release")) {
            out.println(report.path("published").asInt() + " published in release " + report.get("release").asInt()
                    + ".");
        }
        out.flush();
        return complete ? 0 : TransferCommands.INCOMPLETE;
    }

    private boolean tell(JsonNode document) {
        out.println(document.path("outcome").asString("") + " " + document.path("file").asString("") + " "
                + document.path("message").asString(""));
        document.path("differences").forEach(pointer -> out.println("    differs at " + pointer.asString()));
        document.path("problems").forEach(problem -> out.println("    " + problem.path("pointer").asString("") + ": "
                + problem.path("message").asString("")));
        return !document.has("message");
    }
}
