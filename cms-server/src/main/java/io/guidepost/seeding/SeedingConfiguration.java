package io.guidepost.seeding;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Switches the settings of seeding on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SeedingProperties.class)
class SeedingConfiguration {}
