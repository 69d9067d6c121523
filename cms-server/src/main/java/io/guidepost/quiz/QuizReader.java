package io.guidepost.quiz;

import java.io.InputStream;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads quiz definitions, strictly: nothing is ignored, and nothing may be missing but {@code multiple} of a question and {@code retired} of
 * an answer, which then are false.
 */
public final class QuizReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    private static final ObjectMapper YAML = new YAMLMapper();

    private QuizReader() {}

    /**
     * Reads a definition written in YAML.
     *
     * @param source left open
     * @return the quiz
     * @throws InvalidQuizException if it is not a quiz
     */
    public static Quiz yaml(InputStream source) {
        return read(() -> quiz(YAML.readTree(source)));
    }

    /**
     * Reads a definition.
     *
     * @param json the definition
     * @return the quiz
     * @throws InvalidQuizException if it is not a quiz
     */
    public static Quiz json(JsonNode json) {
        return read(() -> quiz(json));
    }

    private static Quiz quiz(JsonNode definition) {
        if (definition.isNull() || definition.isMissingNode()) {
            throw new InvalidQuizException("The quiz is empty.");
        }
        JsonNode whole = definition.deepCopy();
        for (JsonNode question : whole.path("questions")) {
            falseIfMissing(question, "multiple");
            question.path("answers").forEach(answer -> falseIfMissing(answer, "retired"));
        }
        return JSON.treeToValue(whole, Quiz.class);
    }

    private static void falseIfMissing(JsonNode object, String field) {
        if (object instanceof ObjectNode members && !members.has(field)) {
            members.put(field, false);
        }
    }

    static ObjectNode toJson(Quiz quiz) {
        return JSON.valueToTree(quiz);
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
