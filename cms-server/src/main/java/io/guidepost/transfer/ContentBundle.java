package io.guidepost.transfer;

import io.guidepost.quiz.Quiz;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is to be imported together.
 *
 * @param documents each once
 * @param quiz the definition of the quiz; null: none comes with it
 * @param ignored the names of the files that are no content
 */
public record ContentBundle(List<ContentFile> documents, @Nullable Quiz quiz, List<String> ignored) {

    /** Copies the lists. */
    public ContentBundle {
        documents = List.copyOf(documents);
        ignored = List.copyOf(ignored);
    }

    /** Documents alone. */
    public static ContentBundle of(List<ContentFile> documents) {
        return new ContentBundle(documents, null, List.of());
    }
}
