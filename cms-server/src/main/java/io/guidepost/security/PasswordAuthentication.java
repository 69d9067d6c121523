package io.guidepost.security;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a login and its password; an unknown login takes as long as a wrong password and gets the same answer. What can
 * be nobody's login or password is refused without the cost of hashing.
 */
@Component
class PasswordAuthentication implements AuthenticationProvider {

    private final People people;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final ApplicationEventPublisher events;
    private final String nobodysHash;

    PasswordAuthentication(People people, PasswordEncoder passwords, LoginThrottle throttle,
            ApplicationEventPublisher events) {
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
        this.events = events;
        this.nobodysHash = Objects.requireNonNull(passwords.encode(TokenText.random().id()));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        throttle.attemptFrom(address);
        if (!Administration.isLogin(login)) {
            throw refused(null, address);
        }
        throttle.attempt(login);
        if (Administration.isTooLong(password)) {
            throw refused(people.byLogin(login).orElse(null), address);
        }
        Person person = people.byLogin(login).orElse(null);
        String hash = person == null || person.passwordHash() == null ? nobodysHash : person.passwordHash();
        boolean matches = passwords.matches(password, hash);
        if (!matches || person == null || person.passwordHash() == null || person.disabled()) {
            throw refused(person, address);
        }
        throttle.succeeded(login);
        throttle.succeededFrom(address);
        Actor actor = new Actor(person.id(), person.name(), person.roles(), Role.permissions(person.roles()));
        ActorPrincipal principal = new ActorPrincipal(actor, null, actor.permissions());
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
    }

    private BadCredentialsException refused(@Nullable Person person, String address) {
        events.publishEvent(new LoginRefused(person == null ? null : person.id(), address));
        return new BadCredentialsException("The login or the password is wrong.");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
