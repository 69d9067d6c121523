package io.guidepost.security;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Which way in asks for what: a password buys a token, a token opens the API, the published site is open to all. */
@Configuration(proxyBeanMethods = false)
class FilterChains {

    private static final String ANSWERS = "/graphql";
    private static final String[] OPEN = {"/graphql/changes", "/charts/**", "/graphiql/**", "/webjars/**",
        "/docs/**",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html", "/actuator/health/**"};
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    /** GraphiQL and the API's pages hold scripts and styles of their own. */
    private static final String OWN_PAGES = "default-src 'self'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Refusals refusals;

    FilterChains(Refusals refusals) {
        this.refusals = refusals;
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain passwordChain(HttpSecurity http) {
        stateless(http, NOTHING).securityMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/tokens"))
                .httpBasic(basic -> basic.authenticationEntryPoint(
                        (request, response, refusal) -> refusals.basic(response, refusal)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, refusal) -> refusals.basic(response, refusal)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain tokenChain(HttpSecurity http, OpaqueTokenIntrospector introspector) {
        stateless(http, NOTHING).securityMatcher("/api/**", "/graphql/preview/**")
                .oauth2ResourceServer(server -> server.opaqueToken(token -> token.introspector(introspector))
                        .authenticationEntryPoint((request, response, refusal) -> refusals.bearer(response, refusal))
                        .accessDeniedHandler(refusals::forbidden))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint((request, response, refusal) -> refusals.bearer(response, refusal))
                        .accessDeniedHandler(refusals::forbidden))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers("/graphql/preview/**").hasAuthority(Permission.PREVIEW.authority())
                        .requestMatchers(HttpMethod.POST, PublicKey.OPENS).authenticated()
                        .anyRequest().access(AuthorizationManagers.allOf(
                                AuthenticatedAuthorizationManager.authenticated(),
                                (authentication, request) -> new AuthorizationDecision(
                                        !PublicKey.is(authentication.get())))));
        return http.build();
    }

    /**
     * Kept answers come before any chain, so those that are made get no header here but the one that all have. That a host is to be asked by
     * TLS alone is for the proxy to say that has the certificate.
     */
    @Bean
    @Order(3)
    SecurityFilterChain answersChain(HttpSecurity http) {
        stateless(http).securityMatcher(ANSWERS)
                .headers(headers -> headers.defaultsDisabled().contentTypeOptions(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain openChain(HttpSecurity http) {
        // What is open may be cached; whoever answers says how long.
        stateless(http, OWN_PAGES)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint((request, response, refusal) -> refusals.notFound(response))
                        .accessDeniedHandler((request, response, refusal) -> refusals.notFound(response)))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(OPEN).permitAll().anyRequest().denyAll());
        return http.build();
    }

    private static HttpSecurity stateless(HttpSecurity http, String contentSecurityPolicy) {
        return stateless(http).headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
