package io.guidepost.related;

import io.guidepost.index.SiteIndex;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The index of the live guides, whose entries are {@link Guide guides} by their document ids. */
interface GuideIndex extends SiteIndex {

    /** In how many of the guides that are searched each stem stands. */
    DocumentFrequencies frequencies();

    /** The roles of the quiz that the guides are about. */
    Set<String> quizRoles();

    /**
     * The guides most like one, the closest first. It costs one request.
     *
     * @param question what is known of the one
     * @param limit how many at most
     * @return their document ids, its own not among them
     */
    List<String> similar(Question question, int limit);

    /**
     * The same, and what each part has to do with it. It takes the engine longer.
     *
     * @param question what is known of the one
     * @param limit how many at most
     */
    List<Match> explain(Question question, int limit);

    /**
     * A guide as it is indexed.
     *
     * @param id the document id
     * @param stamp what it was made of: as long as that is the same, so is everything else
     * @param text all that the guide says, as plain words
     * @param stems the stems of these words, each once
     * @param skills the {@linkplain Stems#key keys} of the skills that it needs
     * @param quizRole the role's key in the quiz
     * @param vector what tells it from other guides, of length 1; null: it is not embedded yet
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Guide(String id, String stamp, String text, Collection<String> stems, Collection<String> skills,
            @Nullable String quizRole, float @Nullable [] vector) {}

    /**
     * What guides are compared with.
     *
     * @param id the document id of the guide that is asked for
     * @param terms the stems that tell most about it, with their weights
     * @param vector its vector; null: it has none yet
     * @param skills the keys of its skills
     * @param roles roles of the quiz that those who explore its role explore as well, with how much more than others do, from 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Question(String id, Map<String, Double> terms, float @Nullable [] vector, Collection<String> skills,
            Map<String, Double> roles) {}

    /**
     * A guide that was found.
     *
     * @param id the document id
     * @param score how close it is, of no unit
     * @param parts what each part that found it adds to the score
     */
    record Match(String id, double score, Map<Part, Double> parts) {}

    /** What guides are compared by. */
    enum Part {
        /** The words that they share. */
        TEXT,
        /** The meanings of their paragraphs. */
        VECTORS,
        /** The skills that they share. */
        SKILLS,
        /** The quiz takers who explore both roles. */
        CO_INTEREST
    }
}
