package io.guidepost.work;

import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import java.util.List;

/** How the fields of {@link WorkEntry} are indexed. Texts are read as English, and word by word as they stand under {@code exact}. */
final class ElasticsearchWorkMapping {

    /** To be raised whenever the mapping, or what entries hold, changes: servers then make the index anew. */
    static final int FORM = 2;

    private static final List<String> KEYWORDS = List.of("id", "type", "slug", "titleOrder", "state", "live", "authors",
            "creator", "changedBy", "submittedBy", "reviewers", "reviewerRole", "approvedBy", "problemCodes");
    private static final List<String> NUMBERS = List.of("changed", "submitted", "created", "problems", "checked");
    private static final List<String> FLAGS = List.of("anybody", "trashed");

    private ElasticsearchWorkMapping() {}

    static TypeMapping.Builder of(TypeMapping.Builder mapping) {
        mapping.dynamic(DynamicMapping.False);
        KEYWORDS.forEach(name -> mapping.properties(name, field -> field.keyword(keyword -> keyword)));
        NUMBERS.forEach(name -> mapping.properties(name, field -> field.long_(number -> number)));
        FLAGS.forEach(name -> mapping.properties(name, field -> field.boolean_(flag -> flag)));
        words(mapping, "all", List.of());
        words(mapping, "title", List.of("all"));
        words(mapping, "text", List.of("all"));
        return mapping;
    }

    private static void words(TypeMapping.Builder mapping, String name, List<String> copyTo) {
        mapping.properties(name, field -> field.text(text -> text.analyzer("english").copyTo(copyTo).fields("exact",
                exact -> exact.text(plain -> plain.analyzer("standard")))));
    }
}
