/** The Guidepost server: one package a feature, each saying what lives there. */
@NullMarked
package io.guidepost;

import org.jspecify.annotations.NullMarked;
