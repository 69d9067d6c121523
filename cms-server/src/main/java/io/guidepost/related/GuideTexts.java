package io.guidepost.related;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.Publications;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads from the content of guides what they say, and what their editors want related. */
@Component
class GuideTexts implements Guides {

    /** The document type of guides. */
    static final String TYPE = "RoleGuide";

    private final ContentModel model;
    private final Publications publications;

    GuideTexts(ContentModel model, Publications publications) {
        this.model = model;
        this.publications = publications;
    }

    @Override
    public Map<String, GuideText> of(Collection<LiveDocument> guides) {
        Map<String, ObjectNode> contents = publications.load(guides.stream().map(LiveDocument::publication).toList());
        Map<String, GuideText> texts = new HashMap<>();
        guides.forEach(guide -> texts.put(guide.publication(), text(guide, Objects.requireNonNull(contents.get(guide
                .publication())))));
        return texts;
    }

    private GuideText text(LiveDocument guide, ObjectNode content) {
        DocumentType type = model.type(TYPE);
        String summary = Stream.of("subtitle", "description").map(field -> content.path(field).asString("").strip())
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
        List<String> skills = content.path("skills").valueStream().map(skill -> skill.path("name").asString(""))
                .filter(name -> !name.isBlank()).toList();
        return new GuideText(guide.title(), summary, Paragraphs.of(type.texts(content)), skills, type.quizRole(content)
                .orElse(null));
    }

    @Override
    public Choices choices(LiveDocument guide) {
        JsonNode related = Objects.requireNonNull(publications.load(List.of(guide.publication())).get(guide
                .publication())).path("related");
        return new Choices(ids(related.path("pins")), ids(related.path("exclusions")));
    }

    private static List<String> ids(JsonNode references) {
        List<String> ids = new ArrayList<>();
        references.forEach(reference -> ids.add(reference.asString("")));
        return ids;
    }
}
