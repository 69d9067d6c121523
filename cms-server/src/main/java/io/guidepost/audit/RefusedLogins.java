package io.guidepost.audit;

import io.guidepost.security.LoginRefused;
import io.guidepost.security.PersonId;
import io.guidepost.web.RequestId;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Records the logins that were refused, about whom they tried to be. */
@Component
class RefusedLogins {

    private static final Outcome REFUSED = new Outcome.Refused(HttpStatus.UNAUTHORIZED.value(), "unauthenticated");

    private final Audit audit;

    RefusedLogins(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void record(LoginRefused refused) {
        PersonId person = refused.person();
        audit.record(null, "tokens.issue", person == null ? null : person.value(), refused.address(), REFUSED,
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        ? RequestId.of(attributes.getRequest())
                        : null);
    }
}
