/**
 * Runs an Elasticsearch node as a child process of the Guidepost server and ends it with its parent. Nothing here is on
 * the server's own class path.
 */
@NullMarked
package io.guidepost.elasticsearch.launcher;

import org.jspecify.annotations.NullMarked;
