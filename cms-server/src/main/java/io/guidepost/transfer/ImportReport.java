package io.guidepost.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.release.ReleaseProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether it only would
 * @param total how many documents were sent
 * @param created how many were not there
 * @param updated how many were replaced
 * @param unchanged how many were there as they are
 * @param conflicts how many differ from what is there and were left alone
 * @param invalid how many cannot be stored
 * @param quiz what became of the quiz; null: none was sent
 * @param documents those of which there is more to tell
 * @param release the release that made them live; null: none was made
 * @param published how many it made live
 * @param releaseProblems why the release was refused
 * @param ignored files of the archive that hold no content
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(boolean dryRun, int total, int created, int updated, int unchanged, int conflicts,
        int invalid, @Nullable Imported quiz, List<Imported> documents, @Nullable Integer release, int published,
        List<ReleaseProblem> releaseProblems, List<String> ignored) {

    private static final int IGNORED_SHOWN = 100;

    /** Copies the lists, and bounds the names of ignored files. */
    public ImportReport {
        documents = List.copyOf(documents);
        releaseProblems = List.copyOf(releaseProblems);
        ignored = List.copyOf(ignored.subList(0, Math.min(IGNORED_SHOWN, ignored.size())));
    }

    static ImportReport of(boolean dryRun, List<Imported> all, @Nullable Imported quiz, Publishing.Result published,
            List<String> ignored) {
        return new ImportReport(dryRun, all.size(), count(all, Outcome.CREATED), count(all, Outcome.UPDATED),
                count(all, Outcome.UNCHANGED), count(all, Outcome.CONFLICT), count(all, Outcome.INVALID), quiz,
                all.stream().filter(Imported::isNotable).toList(), published.release(), published.published(),
                published.problems(), ignored);
    }

    private static int count(List<Imported> all, Outcome outcome) {
        return Math.toIntExact(all.stream().filter(imported -> imported.outcome() == outcome).count());
    }
}
