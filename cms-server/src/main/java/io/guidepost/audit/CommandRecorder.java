package io.guidepost.audit;

import io.guidepost.security.PersonId;
import io.guidepost.security.PublicKey;
import io.guidepost.web.AnsweredProblem;
import io.guidepost.web.Command;
import io.guidepost.web.Problems;
import io.guidepost.web.Query;
import io.guidepost.web.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Records each command that reaches a controller, so that none has to think of it. What nobody is let in for never gets here, and visitors
 * of public pages are not kept track of.
 */
final class CommandRecorder implements HandlerInterceptor {

    private static final String ACTOR = CommandRecorder.class.getName() + ".actor";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)");

    private final Audit audit;

    CommandRecorder(Audit audit) {
        this.audit = audit;
    }

    /** Remembers who asks: an answer that is written later on, by another thread, may end where nobody knows any more. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String actor = request.getRemoteUser();
        if (actor != null && !PublicKey.isSentWith(request)) {
            request.setAttribute(ACTOR, new PersonId(actor));
        }
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception failure) {
        if (!READING.contains(request.getMethod()) && handler instanceof HandlerMethod operation
                && !operation.hasMethodAnnotation(Query.class)
                && request.getAttribute(ACTOR) instanceof PersonId actor) {
            audit.record(actor, command(operation, request), target(request, response), request.getRemoteAddr(),
                    outcome(request, response, failure), RequestId.of(request));
        }
    }

    /** No command goes unrecorded for the want of a name. */
    private static String command(HandlerMethod operation, HttpServletRequest request) {
        Command command = operation.getMethodAnnotation(Command.class);
        return command == null ? "unnamed." + request.getMethod().toLowerCase(Locale.ROOT) : command.value();
    }

    /** What the path names, or else what was created. */
    private static @Nullable String target(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && !variables.isEmpty()) {
            List<String> values = new ArrayList<>();
            Matcher names = VARIABLE
                    .matcher(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
            while (names.find()) {
                values.add(String.valueOf(variables.get(names.group(1))));
            }
            return String.join("/", values);
        }
        String created = response.getHeader(HttpHeaders.LOCATION);
        return created == null ? null : created.substring(created.lastIndexOf('/') + 1);
    }

    private static Outcome outcome(HttpServletRequest request, HttpServletResponse response,
            @Nullable Exception failure) {
        AnsweredProblem problem = AnsweredProblem.of(request).orElse(null);
        int status = problem == null ? response.getStatus() : problem.status();
        if (failure != null || status >= 500) {
            return new Outcome.Failed();
        }
        if (status < 400) {
            return new Outcome.Succeeded();
        }
        return new Outcome.Refused(status,
                problem == null ? Problems.code(HttpStatus.valueOf(status)) : problem.code());
    }
}
