package io.guidepost.delivery;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which queries are run.
 *
 * @param registered where queries are that clients name by their hash, such as {@code file:queries/*.graphql}
 * @param registeredOnly whether no others are run
 */
@ConfigurationProperties("guidepost.delivery.queries")
record QueryProperties(@DefaultValue List<String> registered, @DefaultValue("false") boolean registeredOnly) {}
