package io.guidepost.related;

import io.guidepost.related.GuideIndex.Guide;
import io.guidepost.index.Entry;
import io.guidepost.index.IndexedSite;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what is indexed of live guides. */
@Component
class IndexedGuides implements IndexedSite {

    private final Guides texts;
    private final LiveVectors vectors;

    IndexedGuides(Guides texts, LiveVectors vectors) {
        this.texts = texts;
        this.vectors = vectors;
    }

    @Override
    public String name() {
        return "guides";
    }

    @Override
    public Map<String, String> stamps(LiveSite site) {
        return site.ofType(GuideTexts.TYPE).values().stream()
                .collect(Collectors.toMap(LiveDocument::id, this::stamp));
    }

    /** What a guide's entry is made of: its publication, and the centre that its vector is measured from, if it has a vector. */
    private String stamp(LiveDocument guide) {
        return guide.publication() + (vectors.has(guide.publication()) ? " " + vectors.centre().number() : "");
    }

    @Override
    public List<Entry> entries(LiveSite site, Collection<String> ids) {
        List<LiveDocument> guides = ids.stream().map(id -> site.byId(id).orElseThrow()).toList();
        Map<String, String> stamps = guides.stream().collect(Collectors.toMap(LiveDocument::id, this::stamp));
        Map<String, GuideText> contents = texts.of(guides);
        Map<String, float[]> known = vectors.of(guides.stream().map(LiveDocument::publication).toList());
        return guides.stream().map(guide -> entry(guide.id(), Objects.requireNonNull(stamps.get(guide.id())), Objects
                .requireNonNull(contents.get(guide.publication())), known.get(guide.publication()))).toList();
    }

    /** The entry of a guide that says this. */
    static Entry entry(String id, String stamp, GuideText text, float @Nullable [] vector) {
        return new Entry(id, stamp, new Guide(id, stamp, text.all(), Stems.of(text.all()).keySet(), text.skillKeys(),
                text.quizRole(), vector));
    }

    @Override
    public int generation() {
        return vectors.generation();
    }

    @Override
    public boolean isSettled() {
        return vectors.isResting();
    }
}
