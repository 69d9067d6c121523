/** The working copies over HTTP: their controllers, how documents are shown, and how refusals are answered. */
@NullMarked
package io.guidepost.editorial.api;

import org.jspecify.annotations.NullMarked;
