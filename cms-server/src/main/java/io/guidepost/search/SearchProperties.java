package io.guidepost.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the site is searched.
 *
 * @param index the alias of the index of what is searched
 */
@ConfigurationProperties("guidepost.search")
record SearchProperties(@DefaultValue("guidepost-search") String index) {}
