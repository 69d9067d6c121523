package io.guidepost;

import io.guidepost.content.ContentModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What several packages share and none of them owns. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    private static final String SCHEMA = "classpath*:guidepost/schema/**/*.graphqls";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ContentModel contentModel() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources(SCHEMA);
        Arrays.sort(files, Comparator.comparing(Resource::getDescription));
        StringBuilder sdl = new StringBuilder();
        for (Resource file : files) {
            sdl.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
        }
        return ContentModel.parse(sdl.toString());
    }
}
