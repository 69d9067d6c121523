package io.guidepost.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

/** Answers whatever no feature answers itself, always with a problem of a stable type and never with an inner message. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class GlobalProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(GlobalProblems.class);
    private static final int LONGEST_PATH = 200;

    @ExceptionHandler
    ProblemDetail missing(PreconditionRequiredException refusal) {
        return Problems.of(HttpStatus.PRECONDITION_REQUIRED, "version-required", "A version is required",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedVersionException refusal) {
        return Problems.of(HttpStatus.BAD_REQUEST, "malformed-version", "The version is malformed",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedQueryException refusal) {
        return Problems.of(HttpStatus.BAD_REQUEST, "malformed-query", "The query is malformed", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownParameterException refusal) {
        return Problems.of(HttpStatus.BAD_REQUEST, "unknown-parameter", "The parameter is unknown",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail tooLarge(RequestTooLargeException refusal) {
        return Problems.tooLarge(refusal.limit());
    }

    @ExceptionHandler
    ProblemDetail malformed(InvalidParameterException refusal) {
        return Problems.of(HttpStatus.BAD_REQUEST, ContainerRefusals.detail(HttpStatus.BAD_REQUEST));
    }

    @ExceptionHandler
    @Nullable
    ProblemDetail unexpected(Exception failure) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        LOG.error("A request failed unexpectedly", failure);
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "The server failed",
                "Something went wrong on the server; it has been logged.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException failure,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Optional<ProblemDetail> tooLarge = Problems.tooLarge(failure);
        if (tooLarge.isPresent()) {
            return answer(tooLarge.get());
        }
        if (failure.getCause() instanceof StreamConstraintsException) {
            return answer(Problems.of(HttpStatus.BAD_REQUEST, "malformed-json", "The JSON is malformed",
                    "The JSON is nested too deep, or has a name, a text or a number that is too long."));
        }
        if (failure.getCause() instanceof UnprintableTextException unprintable) {
            return answer(invalid(List.of(problem(shortened(path(unprintable)), "unprintable",
                    "A text must not hold a NUL character."))));
        }
        if (failure.getCause() instanceof DatabindException mismatch) {
            return answer(Problems.of(HttpStatus.BAD_REQUEST, "unexpected-json", "The JSON does not fit",
                    "The body is JSON, but not of the expected form" + place(mismatch) + "."));
        }
        if (failure.getCause() instanceof JacksonException malformed) {
            return answer(Problems.of(HttpStatus.BAD_REQUEST, "malformed-json", "The JSON is malformed",
                    "The body is not JSON" + position(malformed) + "."));
        }
        return answer(Problems.of(HttpStatus.BAD_REQUEST, "unreadable-body", "The body cannot be read",
                "A JSON body is required and could not be read."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException failure,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(invalid(failure.getFieldErrors().stream()
                .map(error -> problem(pointer(error.getField()), "invalid", String.valueOf(error.getDefaultMessage())))
                .toList()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException failure, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        String name = failure instanceof MethodArgumentTypeMismatchException argument
                ? "`" + argument.getName() + "`"
                : "A parameter";
        return answer(Problems.of(HttpStatus.BAD_REQUEST, failure.getValue() instanceof Object[]
                ? name + " is given several times."
                : "%s must be %s, not “%s”.".formatted(name, kind(failure.getRequiredType()), shortened(String.valueOf(
                        failure.getValue())))));
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return type == Integer.class || type == int.class
                ? "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
                : "something else";
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception failure, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(failure, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem && isUntyped(problem)) {
            problem.setType(Problems.of(HttpStatus.valueOf(status.value()), null).getType());
        }
        return answer;
    }

    private static ProblemDetail invalid(List<Map<String, String>> problems) {
        ProblemDetail problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The request is invalid",
                "Some fields of the request are not as they must be.");
        problem.setProperty("problems", problems);
        return problem;
    }

    private static Map<String, String> problem(String pointer, String code, String message) {
        return Map.of("pointer", pointer, "code", code, "message", message);
    }

    /** {@code changes[0].document} as a JSON pointer. */
    private static String pointer(String field) {
        return "/" + field.replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static boolean isUntyped(ProblemDetail problem) {
        return problem.getType() == null || List.of("about:blank", "").contains(problem.getType().toString());
    }

    private static String place(DatabindException mismatch) {
        String path = shortened(path(mismatch));
        return path.isEmpty() ? "" : " at " + path;
    }

    private static String path(DatabindException mismatch) {
        return String.join("", mismatch.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .toList());
    }

    private static String shortened(String path) {
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path;
    }

    private static String position(JacksonException malformed) {
        return malformed.getLocation() == null
                ? ""
                : " (line %d, column %d)".formatted(malformed.getLocation().getLineNr(),
                        malformed.getLocation().getColumnNr());
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
