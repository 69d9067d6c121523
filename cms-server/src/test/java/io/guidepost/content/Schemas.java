package io.guidepost.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The project's schema as tests need it. */
public final class Schemas {

    private Schemas() {}

    /** The schema files of the class path, one after the other. */
    public static String real() {
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:guidepost/schema/**/*.graphqls");
            return Arrays.stream(files).map(Schemas::read).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The given types, with the directives and scalars they may use. */
    static String with(String types) {
        return """
                directive @document(slug: String, title: String!) on OBJECT
                directive @computed on FIELD_DEFINITION
                directive @unique on FIELD_DEFINITION
                directive @text(min: Int = 1, max: Int!) on FIELD_DEFINITION
                directive @items(min: Int = 0, max: Int) on FIELD_DEFINITION
                directive @range(min: Float, max: Float) on FIELD_DEFINITION
                directive @notBelow(field: String!) on FIELD_DEFINITION
                directive @currency on FIELD_DEFINITION
                directive @weak on FIELD_DEFINITION
                directive @quizRole on FIELD_DEFINITION
                scalar Slug
                scalar Date
                scalar DateTime
                scalar Url
                type RichText { markdown: String! }
                """ + types;
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    private static String read(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
