package io.guidepost.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an operation does not know, since a filter that is misspelled and passed over finds too
 * much. An operation knows the parameters that it declares by {@link RequestParam}.
 */
final class KnownParameters implements HandlerInterceptor {

    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null && handler instanceof HandlerMethod operation) {
            SortedSet<String> names = known.computeIfAbsent(operation.getMethod(), method -> names(operation));
            for (String parameter : query.split("&", -1)) {
                String name = decoded(parameter.split("=", 2)[0]);
                if (!name.isEmpty() && !names.contains(name)) {
                    throw new UnknownParameterException(name, names);
                }
            }
        }
        return true;
    }

    private static SortedSet<String> names(HandlerMethod operation) {
        SortedSet<String> names = new TreeSet<>();
        for (MethodParameter parameter : operation.getMethodParameters()) {
            RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
            if (declared != null) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                names.add(declared.name().isEmpty()
                        ? Objects.requireNonNull(parameter.getParameterName())
                        : declared.name());
            }
        }
        return names;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
