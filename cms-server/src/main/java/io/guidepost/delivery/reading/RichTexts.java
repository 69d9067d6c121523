package io.guidepost.delivery.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guidepost.content.Figure;
import io.guidepost.content.FigureToken;
import io.guidepost.content.RichText;
import io.guidepost.content.RichTextRenderer;
import io.guidepost.delivery.edition.View;
import io.guidepost.memory.MemoryLimit;
import io.guidepost.quiz.statistics.Snapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Rendered texts, kept in memory within a bound for as long as their figures are the same. */
@Component
class RichTexts {

    private final RichTextRenderer renderer = new RichTextRenderer();
    private final Cache<Written, Rendered> rendered;

    RichTexts(@Value("${guidepost.delivery.texts-in-memory:6%}") MemoryLimit textsInMemory) {
        this.rendered = Caffeine.newBuilder().maximumWeight(textsInMemory.bytes())
                .weigher((Written written, Rendered text) -> text.size()).build();
    }

    Rendered render(String markdown, @Nullable String quizRole, View view) {
        Written written = new Written(markdown, quizRole);
        Rendered known = rendered.getIfPresent(written);
        if (known != null && known.isOf(view.snapshot())) {
            return known;
        }
        Rendered now = known != null && known.dependencies().stream().allMatch(each -> each.holds(view))
                ? new Rendered(known.text(), known.dependencies(), view.snapshot())
                : make(written, view);
        rendered.put(written, now);
        return now;
    }

    private Rendered make(Written written, View view) {
        Set<Dependency> dependencies = new LinkedHashSet<>();
        RichText text = renderer.render(written.markdown(), written.quizRole(), (token, documentRole) -> {
            note(token, documentRole, view.snapshot(), dependencies);
            return view.snapshot().resolve(token, documentRole);
        });
        return new Rendered(text, List.copyOf(dependencies), view.snapshot());
    }

    /** A figure of a role that the quiz does not have, or of none, is as old as the whole snapshot. */
    private static void note(FigureToken token, @Nullable String documentRole, Snapshot snapshot,
            Set<Dependency> dependencies) {
        String role = token.isOfSite() ? null : token.role().orElse(documentRole);
        if (role != null) {
            dependencies.add(new Dependency.OfRole(snapshot.role(role)));
        }
        if (role == null || !snapshot.has(role)) {
            dependencies.add(new Dependency.OfSite(snapshot.number()));
        }
    }

    /** What a rendered text follows from, but for its figures. */
    private record Written(String markdown, @Nullable String quizRole) {}

    /**
     * A rendered text.
     *
     * @param text in every form
     * @param dependencies the statistics that its figures were read from
     * @param snapshot one that its figures are known to be those of
     */
    record Rendered(RichText text, List<Dependency> dependencies, Snapshot snapshot) {

        private static final int OVERHEAD = 300;

        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Snapshot other) {
            return snapshot == other;
        }

        int size() {
            return OVERHEAD + text.markdown().length() + text.html().length() + text.text().length()
                    + text.figures().stream().map(Figure::token).mapToInt(String::length).sum();
        }
    }
}
