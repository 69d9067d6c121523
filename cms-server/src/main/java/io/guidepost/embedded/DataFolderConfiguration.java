package io.guidepost.embedded;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The data folder, for whichever backend is embedded: taken before either opens a file in it. */
@EnableConfigurationProperties(EmbeddedProperties.class)
final class DataFolderConfiguration {

    @Bean
    DataFolder dataFolder(EmbeddedProperties properties) {
        return DataFolder.take(properties.dataFolder());
    }
}
