package io.guidepost.comparison;

import io.guidepost.content.Pointers;
import java.util.ArrayList;
import java.util.List;

/** The places that a patch has changed so far: what it says of them is about its own making. */
final class Touched {

    private final List<String> places = new ArrayList<>();

    void add(Operation step) {
        switch (step) {
            case Operation.Add add -> places.add(shifted(add.path()));
            case Operation.Remove remove -> places.add(shifted(remove.path()));
            case Operation.Replace replace -> places.add(replace.path());
            case Operation.Move move -> {
                places.add(shifted(move.from()));
                places.add(shifted(move.path()));
            }
            case Operation.Copy copy -> places.add(shifted(copy.path()));
            case Operation.Test _ -> {}
        }
    }

    /** Whether the place, something within it or what it is within was changed. */
    boolean has(String pointer) {
        return places.stream().anyMatch(place -> place.equals(pointer) || place.startsWith(pointer + "/")
                || pointer.startsWith(place + "/"));
    }

    /** What an item that comes or goes changes: the whole list, whose other items move. */
    private static String shifted(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return !path.isEmpty() && ("-".equals(last) || Pointers.index(last).isPresent())
                ? path.substring(0, path.lastIndexOf('/'))
                : path;
    }
}
