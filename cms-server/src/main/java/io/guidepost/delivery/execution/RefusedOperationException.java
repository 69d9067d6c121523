package io.guidepost.delivery.execution;

import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import java.util.List;
import org.springframework.graphql.execution.ErrorType;

/** Ends an operation before any of it is run; the message is for the client. */
final class RefusedOperationException extends AbortExecutionException {

    private static final long serialVersionUID = 1;

    RefusedOperationException(String message) {
        super(List.of(GraphQLError.newError().errorType(ErrorType.BAD_REQUEST).message("%s", message).build()));
    }
}
