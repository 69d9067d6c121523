package io.guidepost.release;

import java.util.List;

/**
 * Why a release cannot be made.
 *
 * @param document the id of the document that stands in the way
 * @param pointer where in its content, as a JSON pointer; empty: the document as a whole
 * @param code what is wrong, in words joined by hyphens
 * @param message the same in a sentence
 * @param referrers ids of the live documents that need the document, where that is the reason
 */
public record ReleaseProblem(String document, String pointer, String code, String message, List<String> referrers) {

    static ReleaseProblem of(String document, String pointer, String code, String message) {
        return new ReleaseProblem(document, pointer, code, message, List.of());
    }
}
