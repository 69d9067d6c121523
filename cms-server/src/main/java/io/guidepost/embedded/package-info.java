/**
 * The backends of a server that was given none: a MongoDB inside this process and an Elasticsearch in a child process,
 * both under one data folder. Nothing else knows of them: they are reached by the ordinary clients.
 */
@NullMarked
package io.guidepost.embedded;

import org.jspecify.annotations.NullMarked;
