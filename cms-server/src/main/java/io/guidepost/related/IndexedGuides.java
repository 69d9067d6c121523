package io.guidepost.related;

import io.guidepost.related.GuideIndex.Guide;
import io.guidepost.release.LiveDocument;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what is indexed of live guides. */
@Component
class IndexedGuides {

    private final Guides texts;
    private final LiveVectors vectors;

    IndexedGuides(Guides texts, LiveVectors vectors) {
        this.texts = texts;
        this.vectors = vectors;
    }

    /** What a guide's entry is made of: its publication, and the centre that its vector is measured from, if it has a vector. */
    String stamp(LiveDocument guide) {
        return guide.publication() + (vectors.has(guide.publication()) ? " " + vectors.centre().number() : "");
    }

    /** The entries of guides, in their order. An entry may turn out newer than its stamp says; never older. */
    List<Guide> of(Collection<LiveDocument> guides) {
        Map<String, String> stamps = guides.stream()
                .collect(Collectors.toMap(LiveDocument::id, this::stamp));
        Map<String, GuideText> contents = texts.of(guides);
        Map<String, float[]> known = vectors.of(guides.stream().map(LiveDocument::publication).toList());
        return guides.stream().map(guide -> entry(guide.id(), Objects.requireNonNull(stamps.get(guide.id())), Objects
                .requireNonNull(contents.get(guide.publication())), known.get(guide.publication()))).toList();
    }

    /** The entry of a guide that says this. */
    static Guide entry(String id, String stamp, GuideText text, float @Nullable [] vector) {
        return new Guide(id, stamp, text.all(), Stems.of(text.all()).keySet(), text.skillKeys(), text.quizRole(),
                vector);
    }

    /** Changes whenever the stamp of a guide may. */
    int generation() {
        return vectors.generation();
    }

    /** Whether stamps stay as they are until the next release. */
    boolean isSettled() {
        return vectors.isResting();
    }
}
