/**
 * What was changed between two contents, and what follows from it: differences that people can read, merges of two edits, patches, and
 * places that comments stay at. Pure functions of contents; it knows neither Spring nor any store.
 */
@NullMarked
package io.guidepost.comparison;

import org.jspecify.annotations.NullMarked;
