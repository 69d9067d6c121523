package io.guidepost.security;

import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;

/** A true token whose time is over. */
final class TokenExpiredException extends BadOpaqueTokenException {

    private static final long serialVersionUID = 1;

    TokenExpiredException() {
        super("The token has expired.");
    }
}
