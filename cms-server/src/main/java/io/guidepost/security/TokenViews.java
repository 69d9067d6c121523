package io.guidepost.security;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens as the API takes and shows them. */
final class TokenViews {

    private static final int DAYS = 30;

    private TokenViews() {}

    /** Wishes for a new token: scopes are all that the owner's roles allow and its life is 30 days, unless given. */
    record TokenRequest(@NotBlank @Size(max = 100) String name, @Nullable List<String> scopes,
            @Nullable @Min(1) @Max(365) Integer expiresInDays) {

        Duration life() {
            return Duration.ofDays(expiresInDays == null ? DAYS : expiresInDays);
        }
    }

    /** A new token, the only time it is shown. */
    record NewToken(String token, String id, String name, List<String> scopes, Instant expires) {

        static NewToken of(Issuing.Issued issued) {
            ApiToken token = issued.token();
            return new NewToken(issued.text().text(), token.id(), token.name(), ActorPrincipal.scopes(token.scopes()),
                    token.expires());
        }

        @Override
        public String toString() {
            return "NewToken[" + id + "]";
        }
    }

    /** A token, without its secret. */
    record TokenView(String id, String name, List<String> scopes, Instant created, Instant expires,
            @Nullable Instant revoked) {

        static TokenView of(ApiToken token) {
            return new TokenView(token.id(), token.name(), ActorPrincipal.scopes(token.scopes()), token.created(),
                    token.expires(), token.revoked());
        }
    }
}
