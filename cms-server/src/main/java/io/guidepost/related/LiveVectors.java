package io.guidepost.related;

import java.util.Collection;
import java.util.Map;

/** The vectors of live guides as they are compared: what tells each from the others. */
interface LiveVectors {

    /** How many numbers each has. */
    int dimensions();

    /** Whether a publication has one. */
    boolean has(String publication);

    /** What the guides have in common at the moment. */
    Centre centre();

    /** Vectors of length 1, by publication, of those alone that have one. */
    Map<String, float[]> of(Collection<String> publications);

    /** Changes with every vector that comes, and with the centre. */
    int generation();

    /** Whether no more vectors come before the next release. */
    boolean isResting();
}
