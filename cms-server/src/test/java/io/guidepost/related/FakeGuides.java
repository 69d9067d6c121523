package io.guidepost.related;

import io.guidepost.release.LiveDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Guides that say what they are told to say, or their titles alone. */
final class FakeGuides implements Guides {

    final Map<String, GuideText> texts = new HashMap<>();
    Choices choices = new Choices(List.of(), List.of());

    @Override
    public Map<String, GuideText> of(Collection<LiveDocument> guides) {
        Map<String, GuideText> found = new HashMap<>();
        guides.forEach(guide -> found.put(guide.publication(), texts.getOrDefault(guide.id(),
                new GuideText(guide.title(), "", List.of(guide.title()), List.of(), null))));
        return found;
    }

    @Override
    public Choices choices(LiveDocument guide) {
        return choices;
    }
}
