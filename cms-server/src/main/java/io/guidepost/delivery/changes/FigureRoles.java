package io.guidepost.delivery.changes;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.FieldType;
import io.guidepost.content.FigureUse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads off content which roles' statistics it shows: in the figures of its texts, and as a whole where its type has a field for them. */
@Component
class FigureRoles {

    private static final String STATISTICS = "RoleStatistics";

    private final ContentModel model;

    FigureRoles(ContentModel model) {
        this.model = model;
    }

    Set<String> of(String typeName, ObjectNode content) {
        DocumentType type = model.type(typeName);
        Set<String> roles = new HashSet<>();
        Optional<String> own = type.quizRole(content);
        if (showsStatistics(type)) {
            own.ifPresent(roles::add);
        }
        for (FigureUse figure : type.figures(content)) {
            if (!figure.token().isOfSite()) {
                figure.token().role().or(() -> own).ifPresent(roles::add);
            }
        }
        return Set.copyOf(roles);
    }

    private static boolean showsStatistics(DocumentType type) {
        return type.fields().stream().anyMatch(field -> field.type() instanceof FieldType.Embedded embedded
                && embedded.name().equals(STATISTICS));
    }
}
