package io.guidepost.web;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Observes requests that are run, for the metric {@code http.server.requests}. Those that a kept answer is sent to are over by then: observing
 * them would be a good part of all that is done for them.
 */
@Configuration(proxyBeanMethods = false)
class ObservedRequests {

    /** After the filter that sends kept answers. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> observationFilter(
            ObjectProvider<ObservationRegistry> observations) {
        FilterRegistrationBean<ServerHttpObservationFilter> filter = new FilterRegistrationBean<>(
                new ServerHttpObservationFilter(observations.getIfAvailable(() -> ObservationRegistry.NOOP)));
        filter.setOrder(ORDER);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return filter;
    }
}
