package io.guidepost.seeding;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of seeding.
 *
 * @param enabled whether seed content is imported at start; unset: on the embedded database only
 * @param directory where it is, as a Spring resource location
 */
@ConfigurationProperties("guidepost.seeding")
record SeedingProperties(@Nullable Boolean enabled,
        @DefaultValue("classpath:guidepost/seed-content") String directory) {}
