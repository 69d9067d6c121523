package io.guidepost.quiz;

import java.io.InputStream;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads quiz definitions, strictly: nothing may be missing and nothing is ignored. */
public final class QuizReader {

    private static final ObjectMapper JSON = strict(JsonMapper.builder());
    private static final ObjectMapper YAML = strict(YAMLMapper.builder());

    private QuizReader() {}

    /**
     * Reads a definition written in YAML.
     *
     * @param source left open
     * @return the quiz
     * @throws InvalidQuizException if it is not a quiz
     */
    public static Quiz yaml(InputStream source) {
        return read(() -> YAML.readValue(source, Quiz.class));
    }

    /**
     * Reads a definition.
     *
     * @param json the definition
     * @return the quiz
     * @throws InvalidQuizException if it is not a quiz
     */
    public static Quiz json(JsonNode json) {
        return read(() -> {
            if (json.isNull()) {
                throw new InvalidQuizException("The quiz is empty.");
            }
            return JSON.treeToValue(json, Quiz.class);
        });
    }

    static ObjectNode toJson(Quiz quiz) {
        return JSON.valueToTree(quiz);
    }

    private static ObjectMapper strict(MapperBuilder<?, ?> builder) {
        return builder
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
    }

    private static Quiz read(Supplier<Quiz> reading) {
        try {
            return reading.get();
        } catch (JacksonException refusal) {
            if (refusal.getCause() instanceof InvalidQuizException invalid) {
                throw invalid;
            }
            throw new InvalidQuizException("The quiz does not have the form of one at "
                    + String.join("", refusal.getPath().stream().map(QuizReader::step).toList()) + ".");
        }
    }

    private static String step(JacksonException.Reference step) {
        return "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
}
