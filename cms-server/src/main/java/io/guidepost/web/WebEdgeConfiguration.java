package io.guidepost.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every operation of the admin API is held to, and those of delivery that have parameters of their own. */
@Configuration(proxyBeanMethods = false)
class WebEdgeConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**", "/graphql/changes", "/charts/**");
    }
}
