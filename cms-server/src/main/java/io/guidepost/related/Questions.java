package io.guidepost.related;

import io.guidepost.related.GuideIndex.Question;
import io.guidepost.release.LiveDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is known of a guide, so that the guides like it can be asked for in one request. */
@Component
class Questions {

    private static final int TERMS = 150;

    private final Guides texts;
    private final LiveVectors vectors;
    private final CoInterests coInterests;
    private final GuideFollower follower;

    Questions(Guides texts, LiveVectors vectors, CoInterests coInterests, GuideFollower follower) {
        this.texts = texts;
        this.vectors = vectors;
        this.coInterests = coInterests;
        this.follower = follower;
    }

    /** What guides are like a live one? */
    Question about(LiveDocument guide) {
        GuideText text = Objects.requireNonNull(texts.of(List.of(guide)).get(guide.publication()));
        Map<String, Double> roles = text.quizRole() == null ? Map.of() : coInterests.of(text.quizRole());
        return about(guide.id(), text, follower.frequencies(), vectors.of(List.of(guide.publication())).get(guide
                .publication()), roles);
    }

    /** What guides are like one that says this? */
    static Question about(String id, GuideText text, DocumentFrequencies frequencies, float @Nullable [] vector,
            Map<String, Double> roles) {
        return new Question(id, terms(text.all(), frequencies), vector, text.skillKeys(), roles);
    }

    /** The stems of a text that tell most about it: those that are frequent in it, and rare elsewhere, but not found in it alone. */
    static Map<String, Double> terms(String text, DocumentFrequencies frequencies) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Stems.of(text).forEach((stem, count) -> {
            if (frequencies.isShared(stem)) {
                weights.put(stem, 1 + Math.log(count));
            }
        });
        Map<String, Double> terms = new LinkedHashMap<>();
        weights.entrySet().stream().sorted((one, another) -> Double.compare(another.getValue()
                * frequencies.rarity(another.getKey()), one.getValue() * frequencies.rarity(one.getKey())))
                .limit(TERMS).forEach(term -> terms.put(term.getKey(), term.getValue()));
        return terms;
    }
}
