/**
 * An Elasticsearch plugin that brings back the {@code english} analyser. The core server, which is what Maven artifacts
 * hold, has no language analysers of its own.
 */
@NullMarked
package io.guidepost.elasticsearch.english;

import org.jspecify.annotations.NullMarked;
