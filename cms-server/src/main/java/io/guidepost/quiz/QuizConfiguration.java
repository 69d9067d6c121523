package io.guidepost.quiz;

import io.guidepost.content.FigureCatalog;
import io.guidepost.content.FigureProblem;
import io.guidepost.content.FigureToken;
import io.guidepost.content.Figures;
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
                .orElse(Optional.of(new FigureProblem(FigureToken.Part.KIND,
                        "There is no quiz yet, so there are no figures.")));
    }

    /** The figures as the newest statistics have them. */
    @Bean
    Figures latestFigures(Snapshots snapshots) {
        return (token, documentRole) -> snapshots.latest().resolve(token, documentRole);
    }
}
