package io.guidepost.quiz;

/**
 * Decides which groups are too small to be shown. It is asked when a snapshot is made and nowhere else; what it hides is
 * not stored, so that no reader can get round it.
 *
 * @param below groups of fewer respondents than this give no figure
 */
record Suppression(int below) {

    Suppression {
        if (below < 1) {
            throw new IllegalArgumentException("guidepost.quiz.suppress-below must be 1 at least");
        }
    }

    boolean hides(int respondents) {
        return respondents < below;
    }
}
