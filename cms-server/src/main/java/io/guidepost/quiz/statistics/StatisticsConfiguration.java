package io.guidepost.quiz.statistics;

import io.guidepost.content.Figures;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the statistics, and gives their figures to texts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatisticsProperties.class)
class StatisticsConfiguration {

    /** The figures as the newest statistics have them. */
    @Bean
    Figures latestFigures(Snapshots snapshots) {
        return (token, documentRole) -> snapshots.latest().resolve(token, documentRole);
    }
}
