package io.guidepost.search;

import io.guidepost.content.ContentModel;
import io.guidepost.index.Entry;
import io.guidepost.index.IndexedSite;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import io.guidepost.release.Publications;
import io.guidepost.search.SearchIndex.Searchable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes what is searched of live guides and FAQs: what they say, in passages, without their figures, which are none of the words that an editor wrote.
 */
@Component
class SearchedSite implements IndexedSite {

    static final String GUIDE = "RoleGuide";
    static final String FAQ = "Faq";

    private static final List<String> TYPES = List.of(GUIDE, FAQ);
    private static final List<String> SUMMARY = List.of("title", "subtitle", "description");

    private final ContentModel model;
    private final Publications publications;

    SearchedSite(ContentModel model, Publications publications) {
        this.model = model;
        this.publications = publications;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Map<String, String> stamps(LiveSite site) {
        Map<String, String> stamps = new HashMap<>();
        TYPES.forEach(type -> site.ofType(type).values()
                .forEach(document -> stamps.put(document.id(), document.publication())));
        return stamps;
    }

    @Override
    public List<Entry> entries(LiveSite site, Collection<String> ids) {
        List<LiveDocument> documents = ids.stream().map(id -> site.byId(id).orElseThrow()).toList();
        Map<String, ObjectNode> contents = publications
                .load(documents.stream().map(LiveDocument::publication).toList());
        return documents.stream().map(document -> new Entry(document.id(), document.publication(), searchable(document,
                Objects.requireNonNull(contents.get(document.publication()))))).toList();
    }

    private Searchable searchable(LiveDocument document, ObjectNode content) {
        boolean isGuide = document.type().equals(GUIDE);
        List<String> summary = isGuide
                ? SUMMARY.stream().map(field -> content.path(field).asString("").strip())
                        .filter(text -> !text.isEmpty()).toList()
                : List.of();
        List<String> skills = content.path("skills").valueStream().map(skill -> skill.path("name").asString("").strip())
                .filter(skill -> !skill.isEmpty()).distinct().toList();
        String named = content.path("roleWithArticle").asString("").strip();
        List<String> text = model.type(document.type()).texts(content, Gaps::mark).stream().map(String::strip)
                .filter(part -> !part.equals(document.title()) && !part.equals(named) && !summary.contains(part))
                .toList();
        JsonNode salary = content.path("salary");
        String currency = salary.path("currency").asString("");
        return new Searchable(document.id(), document.publication(), document.type(), Words.fold(document.title()),
                plain(document.title()), passages(summary), passages(text),
                isGuide ? skills : List.of(), currency.isEmpty() ? null : currency,
                number(salary.path("bands").path(0).path("low")), number(content.path("timeline").path("typical")
                        .path("to")));
    }

    private static String plain(String text) {
        return Words.compose(Marks.without(text));
    }

    private static List<String> passages(List<String> texts) {
        return Passages.of(texts.stream().map(SearchedSite::plain).toList());
    }

    private static @Nullable Integer number(JsonNode value) {
        return Stream.of(value).filter(JsonNode::isInt).map(JsonNode::intValue).findFirst().orElse(null);
    }
}
