package io.guidepost.delivery;

import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** GraphQL over HTTP, with the status that the specification asks for. */
@Component
class DeliveryHttpHandler extends GraphQlHttpHandler {

    DeliveryHttpHandler(WebGraphQlHandler handler) {
        super(handler);
    }

    /** A request that could not be run is the client's fault, unless the server says that it is its own. */
    @Override
    protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType responseMediaType) {
        HttpStatus status = super.selectResponseStatus(response, responseMediaType);
        boolean failed = response.getExecutionResult()
                .getErrors()
                .stream()
                .anyMatch(error -> ErrorType.INTERNAL_ERROR.equals(error.getErrorType()));
        return status == HttpStatus.BAD_REQUEST && failed ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
