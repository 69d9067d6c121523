package io.guidepost.related;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The editors' pins, then the guides that the search engine finds closest. Asked again about an unchanged site, it asks no engine. */
@Service
class SearchedRelatedCareers implements RelatedCareers {

    private static final int RANKED = 100;

    private final GuideIndex index;
    private final IndexFollower follower;
    private final Cache<Question, List<String>> answers = Caffeine.newBuilder().maximumSize(10_000).build();

    SearchedRelatedCareers(GuideIndex index, IndexFollower follower) {
        this.index = index;
        this.follower = follower;
    }

    /** What an answer follows from. */
    private record Question(String guide, int generation) {}

    @Override
    public Related related(LiveSite site, LiveDocument guide, List<String> pins, List<String> exclusions, int first) {
        Map<String, Career> careers = new LinkedHashMap<>();
        pins.forEach(pin -> careers.putIfAbsent(pin, new Career(pin, Reason.PINNED)));
        Optional<List<String>> similar = similar(guide);
        similar.orElse(List.of()).forEach(id -> careers.putIfAbsent(id, new Career(id, Reason.SIMILAR)));
        careers.remove(guide.id());
        exclusions.forEach(careers::remove);
        return new Related(similar.isEmpty(),
                careers.values().stream().filter(career -> isLiveGuide(site, career.documentId())).limit(first)
                        .toList());
    }

    @Override
    public int generation() {
        return follower.generation();
    }

    private static boolean isLiveGuide(LiveSite site, String id) {
        return site.byId(id).filter(document -> document.type().equals(GuideTexts.TYPE)).isPresent();
    }

    /** Nothing: the engine is away, or has not caught up with any release yet. */
    private Optional<List<String>> similar(LiveDocument guide) {
        if (follower.release() < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(answers.get(new Question(guide.id(), follower.generation()),
                    question -> index.similar(guide.id(), RANKED)));
        } catch (SearchUnavailableException failure) {
            return Optional.empty();
        }
    }
}
