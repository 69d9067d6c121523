package io.guidepost.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A working copy as it is indexed. Times are milliseconds since 1970.
 *
 * @param stamp grows with every change of the document, of what is live of it as well: an entry never replaces one of a higher stamp
 * @param titleOrder the title as it is sorted by
 * @param text all that it says, as plain words
 * @param submittedBy who asked for the review that it is in, or that was last decided
 * @param anybody whether it waits for whoever may review
 * @param problemCodes the kinds of what the checks find in it, of problems and of warnings
 * @param problems how many problems keep it from going live
 * @param checked when the checks found that
 * @param item what lists show
 */
record WorkEntry(String id, long stamp, String type, String slug, String title, String titleOrder, String text,
        String state, String live, List<String> authors, @Nullable String creator, String changedBy, long changed,
        @Nullable String submittedBy, @Nullable Long submitted, List<String> reviewers,
        @Nullable String reviewerRole, boolean anybody, List<String> approvedBy, List<String> problemCodes,
        int problems, boolean trashed, long created, long checked, WorkItem item) {}
