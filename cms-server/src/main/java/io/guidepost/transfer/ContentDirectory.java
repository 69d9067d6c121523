package io.guidepost.transfer;

import io.guidepost.quiz.Quiz;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A directory of content: {@code documents/} with one YAML file a document, and {@code quiz/}. */
public final class ContentDirectory {

    private final String location;

    /**
     * Names the directory.
     *
     * @param location a Spring resource location: {@code classpath:…} or {@code file:…}, without a slash at its end
     */
    public ContentDirectory(String location) {
        this.location = location;
    }

    /**
     * Reads every document, in the order of the files' names.
     *
     * @throws MalformedContentException with everything that is wrong with any of them
     */
    public List<ContentFile> documents() {
        try {
            List<Resource> files = new ArrayList<>(
                    List.of(new PathMatchingResourcePatternResolver().getResources(location + "/documents/**/*.yaml")));
            files.sort(Comparator.comparing(Resource::getDescription));
            ReadFiles read = new ReadFiles();
            for (Resource file : files) {
                read.yaml(file.getDescription(), file.getContentAsByteArray());
            }
            return read.bundle().documents();
        } catch (IOException failure) {
            throw new UncheckedIOException("The content directory " + location + " cannot be read", failure);
        }
    }

    /**
     * Reads the definition of the quiz.
     *
     * @throws MalformedContentException if it is none
     */
    public Quiz quiz() {
        try (InputStream definition = open(ContentFile.QUIZ)) {
            return FileReader.quiz(ContentFile.QUIZ, definition.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("The quiz in " + location + " cannot be read", failure);
        }
    }

    /**
     * Opens any other file of the directory.
     *
     * @param name within the directory
     * @throws IOException if there is none
     */
    public InputStream open(String name) throws IOException {
        return new PathMatchingResourcePatternResolver().getResource(location + "/" + name).getInputStream();
    }
}
