package io.guidepost.quiz;

import io.guidepost.content.FigureCatalog;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the statistics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuizProperties.class)
class QuizConfiguration {

    /** The figures of the newest quiz; without a quiz there is none. */
    @Bean
    FigureCatalog figureCatalog(Quizzes quizzes) {
        return (token, documentRole) -> quizzes.latest().map(quiz -> quiz.problem(token, documentRole))
                .orElse(Optional.of("There is no quiz yet, so there are no figures."));
    }
}
