package io.guidepost.quiz;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the statistics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuizProperties.class)
class QuizConfiguration {}
