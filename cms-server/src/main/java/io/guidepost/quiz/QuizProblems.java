package io.guidepost.quiz;

import io.guidepost.web.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in problem details why something about the quiz was refused. */
@RestControllerAdvice
@Order(0)
class QuizProblems {

    @ExceptionHandler
    ProblemDetail invalid(InvalidQuizException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-quiz", "The quiz is invalid",
                String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail conflict(QuizConflictException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "quiz-conflict", "The quiz cannot follow the stored one",
                String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail missing(NoQuizException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "no-quiz", "There is no quiz", String.valueOf(refusal.getMessage()));
    }
}
