package io.guidepost.transfer;

import io.guidepost.quiz.InvalidQuizException;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.QuizReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads single files, strictly: UTF-8, exactly {@code type}, {@code id} and {@code content}, and nothing twice. */
final class FileReader {

    private static final ObjectMapper YAML = strict(YAMLMapper.builder());
    private static final ObjectMapper JSON = strict(JsonMapper.builder());
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FileReader() {}

    /** What a file must hold. */
    private record Written(String type, String id, ObjectNode content) {}

    /** A document written in YAML. */
    static ContentFile yaml(String file, byte[] bytes) {
        return read(file, 0, () -> {
            try (JsonParser parser = parser(file, bytes)) {
                return YAML.readValue(parser, Written.class);
            }
        });
    }

    private static JsonParser parser(String file, byte[] bytes) {
        return new WithoutAliases(YAML.createParser(new WholeCharacters(text(file, 0, bytes))));
    }

    /** A document written as a line of JSON. */
    static ContentFile json(int line, byte[] bytes) {
        String file = "line " + line;
        return read(file, line, () -> JSON.readValue(text(file, line, bytes), Written.class));
    }

    /** The definition of the quiz. */
    static Quiz quiz(String file, byte[] bytes) {
        try (JsonParser parser = parser(file, bytes)) {
            JsonNode definition = YAML.readTree(parser);
            return QuizReader.json(definition == null ? JsonNodeFactory.instance.nullNode() : definition);
        } catch (JacksonException malformed) {
            throw new MalformedContentException(List.of(problem(file, 0, malformed)));
        } catch (InvalidQuizException refusal) {
            throw new MalformedContentException(
                    List.of(FileProblem.of(file, "invalid-quiz", String.valueOf(refusal.getMessage()))));
        }
    }

    private interface Reading {

        Written read();
    }

    private static ContentFile read(String file, int line, Reading reading) {
        try {
            Written written = reading.read();
            return new ContentFile(file, written.type(), written.id(), written.content());
        } catch (JacksonException malformed) {
            throw new MalformedContentException(List.of(problem(file, line, malformed)));
        }
    }

    private static FileProblem problem(String file, int line, JacksonException malformed) {
        for (Throwable cause = malformed; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYamlEngineException marked) {
                Optional<Mark> mark = marked.getProblemMark();
                return new FileProblem(file, mark.map(found -> found.getLine() + 1).orElse(null),
                        mark.map(found -> found.getColumn() + 1).orElse(null), null, "malformed-yaml",
                        "This is not YAML: " + marked.getProblem() + ".");
            }
        }
        TokenStreamLocation at = malformed.getLocation();
        Integer row = line > 0 ? Integer.valueOf(line) : at == null || at.getLineNr() < 1 ? null : at.getLineNr();
        Integer column = at == null || at.getColumnNr() < 1 ? null : at.getColumnNr();
        if (malformed instanceof UnrecognizedPropertyException unknown) {
            return new FileProblem(file, row, column, null, "unexpected-form", "“" + unknown.getPropertyName()
                    + "” does not belong there: a document has type, id and content.");
        }
        if (malformed instanceof DatabindException) {
            return new FileProblem(file, row, column, null, "unexpected-form",
                    "A document has exactly three parts: type and id, which are texts, and content, which has fields.");
        }
        return new FileProblem(file, row, column, null, line > 0 ? "malformed-json" : "malformed-yaml",
                line > 0 ? "This is not JSON." : "This is not YAML: " + firstLine(malformed.getOriginalMessage()));
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static String text(String file, int line, byte[] bytes) {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(source, text, true);
        if (result.isError()) {
            int row = line;
            for (int index = 0; line == 0 && index < source.position(); index++) {
                row += bytes[index] == '\n' ? 1 : 0;
            }
            throw new MalformedContentException(List.of(new FileProblem(file, line == 0 ? row + 1 : row, null, null,
                    "not-utf-8", "The file is not written in UTF-8.")));
        }
        text.flip();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    private static ObjectMapper strict(MapperBuilder<?, ?> builder) {
        return builder
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    }

    /** Refuses what the parser would otherwise take for the name of what it stands for. */
    private static final class WithoutAliases extends JsonParserDelegate {

        private final YAMLParser parser;

        WithoutAliases(JsonParser parser) {
            super(parser);
            this.parser = (YAMLParser) parser;
        }

        @Override
        public JsonToken nextToken() {
            JsonToken token = parser.nextToken();
            if (parser.isCurrentAlias()) {
                throw new StreamReadException(this, "Aliases are not taken; write it out.",
                        parser.currentTokenLocation());
            }
            return token;
        }
    }
}
