package io.guidepost.checks;

import io.guidepost.content.ContentModel;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Readies the publish checks with their settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChecksProperties.class)
class ChecksConfiguration {

    @Bean
    Checks checks(ContentModel model, ChecksProperties properties) {
        return new Checks(model, properties.settings(model));
    }
}
