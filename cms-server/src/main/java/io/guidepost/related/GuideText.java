package io.guidepost.related;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guide says, as plain words.
 *
 * @param title the role's name
 * @param summary what the guide is about, in a sentence or two; may be empty
 * @param paragraphs all that it says, in paragraphs that are neither very short nor very long
 * @param skills the names of the skills that the role needs
 * @param quizRole the role's key in the quiz; null: it has none
 */
record GuideText(String title, String summary, List<String> paragraphs, List<String> skills,
        @Nullable String quizRole) {

    /** Copies the lists. */
    GuideText {
        paragraphs = List.copyOf(paragraphs);
        skills = List.copyOf(skills);
    }

    /** The {@linkplain Stems#key keys} of the skills, each once. */
    List<String> skillKeys() {
        return skills.stream().map(Stems::key).distinct().toList();
    }

    /** All of it in one text. */
    String all() {
        return title + "\n" + summary + "\n" + String.join("\n", paragraphs);
    }
}
