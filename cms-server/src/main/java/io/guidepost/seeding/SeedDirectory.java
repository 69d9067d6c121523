package io.guidepost.seeding;

import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.QuizReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A directory of content: {@code documents/} with one YAML file a document, and {@code quiz/}. */
class SeedDirectory {

    private final String location;
    private final YAMLMapper yaml = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Names the directory.
     *
     * @param location a Spring resource location: {@code classpath:…} or {@code file:…}, without a slash at its end
     */
    SeedDirectory(String location) {
        this.location = location;
    }

    /** Every document of the directory, in the order of the files' names. */
    List<SeedDocument> documents() {
        try {
            List<Resource> files = new ArrayList<>(
                    List.of(new PathMatchingResourcePatternResolver().getResources(location + "/documents/**/*.yaml")));
            files.sort(Comparator.comparing(Resource::getDescription));
            return files.stream()
                    .map(file -> read(file, content -> yaml.readValue(content, SeedDocument.class))).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The content directory " + location + " cannot be read", failure);
        }
    }

    /** The definition of the quiz. */
    Quiz quiz() {
        return read(quizFile("quiz.yaml"), QuizReader::yaml);
    }

    /** The sample of its responses. */
    SampleResponses sample(Quiz quiz) {
        return read(quizFile("sample.yaml"), yaml -> SampleResponses.read(quiz, yaml));
    }

    private Resource quizFile(String name) {
        return new PathMatchingResourcePatternResolver().getResource(location + "/quiz/" + name);
    }

    private static <T> T read(Resource file, Function<InputStream, T> reading) {
        try (InputStream content = file.getInputStream()) {
            return reading.apply(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(file.getDescription() + " cannot be read", failure);
        } catch (JacksonException malformed) {
            throw new MalformedSeedException(file.getDescription() + ": " + malformed.getOriginalMessage(), malformed);
        }
    }
}
