package io.guidepost.seeding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
            return files.stream().map(file -> read(file, SeedDocument.class)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The content directory " + location + " cannot be read", failure);
        }
    }

    /** The file of that name below {@code quiz/}. */
    <T> T quiz(String name, Class<T> as) {
        return read(new PathMatchingResourcePatternResolver().getResource(location + "/quiz/" + name), as);
    }

    private <T> T read(Resource file, Class<T> as) {
        try (InputStream content = file.getInputStream()) {
            return yaml.readValue(content, as);
        } catch (IOException failure) {
            throw new UncheckedIOException(file.getDescription() + " cannot be read", failure);
        } catch (JacksonException malformed) {
            throw new MalformedSeedException(file.getDescription() + ": " + malformed.getOriginalMessage(), malformed);
        }
    }
}
