package io.guidepost.related;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.Publications;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What guides say, as plain words for the search engine. */
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
    public List<GuideIndex.Guide> of(Collection<LiveDocument> guides) {
        DocumentType type = model.type(TYPE);
        Map<String, ObjectNode> contents = publications.load(guides.stream().map(LiveDocument::publication).toList());
        return guides.stream().map(guide -> new GuideIndex.Guide(guide.id(), guide.publication(), guide.title(),
                String.join("\n", type.texts(Objects.requireNonNull(contents.get(guide.publication())))))).toList();
    }
}
