package io.guidepost.security;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.guidepost.security.TokenViews.NewToken;
import io.guidepost.security.TokenViews.TokenRequest;
import io.guidepost.security.TokenViews.TokenView;
import io.guidepost.web.Command;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own tokens. */
@RestController
@Tag(name = "Tokens", description = "How people and programs get in")
@RequestMapping("/api/tokens")
class TokenController {

    private final Administration administration;
    private final Issuing issuing;
    private final Tokens tokens;
    private final Clock clock;

    TokenController(Administration administration, Issuing issuing, Tokens tokens, Clock clock) {
        this.administration = administration;
        this.issuing = issuing;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Trades login and password for a token; a token buys no other token. */
    @Command("tokens.issue")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewToken issue(Actor actor, @Valid @RequestBody TokenRequest request) {
        Person person = administration.find(actor.id().value());
        return NewToken.of(issuing.issue(person, request.name(), request.scopes(), request.life()));
    }

    @GetMapping
    @Operation(summary = "The tokens of this token's owner; only itself, if its scopes are not all of its owner's permissions")
    List<TokenView> list(@Parameter(hidden = true) ActorPrincipal asking) {
        return tokens.of(asking.actor().id()).stream().filter(asking::manages).map(TokenView::of).toList();
    }

    @Command("tokens.revoke")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a token: itself, its owner's others if its scopes are all of its owner's permissions,"
            + " anybody's with people:write")
    void revoke(@Parameter(hidden = true) ActorPrincipal asking, @PathVariable String id) {
        ApiToken token = tokens.find(id).filter(asking::manages).orElseThrow(UnknownTokenException::new);
        tokens.revoke(token.id(), clock.instant());
    }
}
