package io.guidepost.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a file.
 *
 * @param file which one
 * @param line where in it, counted from 1; null: the file as a whole
 * @param column where in the line, counted from 1; null: the line as a whole
 * @param pointer where in the document's content, as a JSON pointer; null: not in its content
 * @param code what kind of problem, in kebab case
 * @param message a sentence for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileProblem(String file, @Nullable Integer line, @Nullable Integer column, @Nullable String pointer,
        String code, String message) {

    static FileProblem of(String file, String code, String message) {
        return new FileProblem(file, null, null, null, code, message);
    }
}
