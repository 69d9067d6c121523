package io.guidepost.content;

/**
 * Where figures come from: with it, whoever has the responses can count them again.
 *
 * @param snapshot the number of the statistics snapshot that counted them; later ones take them over while they stand
 * @param quizVersion the version of the quiz that they were counted by
 * @param filter whose answers were counted, in the words of figure tokens: {@code of career-changer for ai-specialist}; {@code site}: all
 *        takers'; empty: nobody's
 */
public record Provenance(int snapshot, int quizVersion, String filter) {

    /** That of figures that nothing was counted for. */
    public static final Provenance NONE = new Provenance(0, 0, "");

    /** The same of those among them who have one background. */
    public Provenance of(String background) {
        return new Provenance(snapshot, quizVersion, ("of " + background + " " + filter).strip());
    }
}
