package io.guidepost.editorial.api;

import io.guidepost.content.UnknownTypeException;
import io.guidepost.comparison.FailedTestException;
import io.guidepost.comparison.MalformedPatchException;
import io.guidepost.comparison.PatchException;
import io.guidepost.comparison.PatchTooLargeException;
import io.guidepost.comparison.PathNotFoundException;
import io.guidepost.editorial.DocumentExistsException;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.DocumentNotFoundException;
import io.guidepost.editorial.IllegalMoveException;
import io.guidepost.editorial.InvalidContentException;
import io.guidepost.editorial.MalformedDocumentIdException;
import io.guidepost.editorial.MalformedReviewersException;
import io.guidepost.editorial.NotAskedException;
import io.guidepost.editorial.SelfApprovalException;
import io.guidepost.editorial.StaleVersionException;
import io.guidepost.editorial.StillLiveException;
import io.guidepost.editorial.StillReferencedException;
import io.guidepost.editorial.TooManyReferrersException;
import io.guidepost.editorial.TrashedDocumentException;
import io.guidepost.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How refusals of this package are answered. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class EditorialProblems {

    @ExceptionHandler
    ProblemDetail missing(DocumentNotFoundException refusal) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-document", "There is no such document",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail exists(DocumentExistsException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "document-exists", "The id is taken", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedDocumentIdException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "malformed-id", "The id is malformed",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownTypeException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-type", "There is no such document type",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidContentException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-content",
                "The content is invalid", refusal.getMessage());
        problem.setProperty("problems", refusal.problems());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail illegal(IllegalMoveException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "illegal-move", "The workflow does not allow this",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail selfApproval(SelfApprovalException refusal) {
        return Problems.of(HttpStatus.FORBIDDEN, "self-approval", "Somebody else must review this",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail stale(StaleVersionException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.PRECONDITION_FAILED, "stale-version",
                "The document has changed", refusal.getMessage());
        problem.setProperty("version", refusal.current().version());
        problem.setProperty("by", refusal.current().revision().by().value());
        problem.setProperty("at", refusal.current().revision().at());
        problem.setProperty("theirs", refusal.theirs());
        problem.setProperty("yours", refusal.ours());
        problem.setProperty("conflicting", refusal.conflicting());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedReviewersException refusal) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "malformed-reviewers", "They cannot be asked to review",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notAsked(NotAskedException refusal) {
        return Problems.of(HttpStatus.FORBIDDEN, "not-asked", "Somebody else must review this",
                refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail trashed(TrashedDocumentException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "in-trash", "The trash stands in the way", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail live(StillLiveException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.CONFLICT, "still-live", "The document is live",
                refusal.getMessage());
        problem.setProperty("documents", refusal.documents().stream().map(DocumentId::value).toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail patch(PatchException refusal) {
        ProblemDetail problem = switch (refusal) {
            case MalformedPatchException _ -> Problems.of(HttpStatus.BAD_REQUEST, "malformed-patch",
                    "The patch is malformed", refusal.getMessage());
            case PathNotFoundException _ -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-path",
                    "The patch does not fit the content", refusal.getMessage());
            case FailedTestException _ -> Problems.of(HttpStatus.CONFLICT, "failed-test",
                    "The content is not what the patch expects", refusal.getMessage());
            case PatchTooLargeException _ -> Problems.of(HttpStatus.CONTENT_TOO_LARGE, "patch-too-large",
                    "The patch is too large", refusal.getMessage());
        };
        refusal.operation().ifPresent(operation -> problem.setProperty("operation", operation));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail referenced(StillReferencedException refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.CONFLICT, "still-referenced", "Others need the document",
                refusal.getMessage());
        problem.setProperty("referrers", refusal.referrers());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail tooMany(TooManyReferrersException refusal) {
        return Problems.of(HttpStatus.CONFLICT, "too-many-referrers", "Too many others need the document",
                refusal.getMessage());
    }
}
