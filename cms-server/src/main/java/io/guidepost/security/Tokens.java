package io.guidepost.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens handed out so far. */
interface Tokens {

    void add(ApiToken token);

    Optional<ApiToken> find(String id);

    /** A person's tokens, newest first. */
    List<ApiToken> of(PersonId person);

    /** Makes a token useless for good; one that is already revoked stays as it is. */
    void revoke(String id, Instant at);
}
