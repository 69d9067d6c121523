package io.guidepost.related;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The vectors of publications by one embedding model, kept for good, and their centre. */
interface GuideVectors {

    /** The publications that there are vectors of. */
    Set<String> publications();

    /**
     * Vectors of publications.
     *
     * @param publications their ids
     * @return vectors as {@link Centre#whole} makes them, by publication; of those alone that there are vectors of
     */
    Map<String, float[]> load(Collection<String> publications);

    /** Keeps the vector of a publication. */
    void keep(String publication, float[] vector);

    /** Drops the vectors of publications. */
    void drop(Collection<String> publications);

    /** The centre that was set last; {@link Centre#NONE} before. */
    Centre centre();

    /**
     * Sets the centre that follows the one before.
     *
     * @return false if another with its number has been set meanwhile, and then nothing has changed
     */
    boolean advance(Centre centre);
}
