package io.guidepost.related;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Vectors of three numbers, all the same, of the publications that it is told of. */
final class FakeLiveVectors implements LiveVectors {

    private final Set<String> publications = new TreeSet<>();
    private Centre centre = Centre.NONE;
    private boolean resting = true;
    private int generation;

    void add(String publication) {
        publications.add(publication);
        generation++;
    }

    void centre(Centre next) {
        centre = next;
        generation++;
    }

    void restless() {
        resting = false;
    }

    @Override
    public int dimensions() {
        return 3;
    }

    @Override
    public boolean has(String publication) {
        return publications.contains(publication);
    }

    @Override
    public Centre centre() {
        return centre;
    }

    @Override
    public Map<String, float[]> of(Collection<String> wanted) {
        Map<String, float[]> found = new HashMap<>();
        wanted.stream().filter(publications::contains).forEach(one -> found.put(one, new float[]{1, 0, 0}));
        return found;
    }

    @Override
    public int generation() {
        return generation;
    }

    @Override
    public boolean isResting() {
        return resting;
    }
}
