/** People, their roles and API tokens: who asks, and what they may do. */
@NullMarked
package io.guidepost.security;

import org.jspecify.annotations.NullMarked;
