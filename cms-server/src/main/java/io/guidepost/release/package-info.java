/**
 * The release log and the live site: what goes live goes live in numbered, atomic releases, and the site is what they add up to.
 */
@NullMarked
package io.guidepost.release;

import org.jspecify.annotations.NullMarked;
