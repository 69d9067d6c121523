package io.guidepost.quiz.response;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of taking responses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResponseProperties.class)
class ResponseConfiguration {}
