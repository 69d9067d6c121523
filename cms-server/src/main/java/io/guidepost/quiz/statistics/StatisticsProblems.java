package io.guidepost.quiz.statistics;

import io.guidepost.web.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in problem details why something about the statistics was refused. */
@RestControllerAdvice
@Order(0)
class StatisticsProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownSnapshotException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-snapshot", "There is no such snapshot", String.valueOf(
                refusal.getMessage()));
    }
}
