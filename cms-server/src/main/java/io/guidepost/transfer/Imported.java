package io.guidepost.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guidepost.content.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param id the document's id
 * @param file where it came from
 * @param outcome what became of it
 * @param version the version that is there now; null: none, or nobody knows yet
 * @param differences where the content that is there differs from the file, as JSON pointers
 * @param message why it was left alone or not published, in a sentence; null: neither
 * @param problems what is wrong with its content
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Imported(String id, String file, Outcome outcome, @Nullable Integer version, List<String> differences,
        @Nullable String message, List<Problem> problems) {

    /** More would help nobody. */
    private static final int DIFFERENCES_SHOWN = 100;

    /** Copies the lists, and bounds the differences. */
    public Imported {
        differences = List.copyOf(differences.subList(0, Math.min(DIFFERENCES_SHOWN, differences.size())));
        problems = List.copyOf(problems);
    }

    static Imported of(ContentFile file, Outcome outcome, @Nullable Integer version) {
        return new Imported(file.id(), file.file(), outcome, version, List.of(), null, List.of());
    }

    Imported differing(List<String> pointers) {
        return new Imported(id, file, outcome, version, pointers, message, problems);
    }

    Imported because(String sentence, List<Problem> found) {
        return new Imported(id, file, outcome, version, differences, sentence, found);
    }

    Imported at(int now) {
        return new Imported(id, file, outcome, now, differences, message, problems);
    }

    /** Whether there is more to tell of it than a count does. */
    boolean isNotable() {
        return message != null || !problems.isEmpty() || switch (outcome) {
            case CREATED, UNCHANGED -> false;
            case UPDATED, CONFLICT, INVALID -> true;
        };
    }
}
