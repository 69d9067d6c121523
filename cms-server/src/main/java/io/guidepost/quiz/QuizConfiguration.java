package io.guidepost.quiz;

import io.guidepost.content.FigureCatalog;
import io.guidepost.content.FigureProblem;
import io.guidepost.content.FigureToken;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the texts which figures the quiz can give. */
@Configuration(proxyBeanMethods = false)
class QuizConfiguration {

    /** The figures of the newest quiz; without a quiz there is none. */
    @Bean
    FigureCatalog figureCatalog(Quizzes quizzes) {
        return (token, documentRole) -> quizzes.latest().map(quiz -> quiz.problem(token, documentRole))
                .orElse(Optional.of(new FigureProblem(FigureToken.Part.KIND,
                        "There is no quiz yet, so there are no figures.")));
    }
}
