package io.guidepost.security;

import org.jspecify.annotations.Nullable;

/**
 * A password was looked at and refused; attempts beyond the limit are not even looked at and make no such event.
 *
 * @param person whose login was tried; null for nobody's: then it is not told, for people type passwords in its place
 * @param address where the attempt came from
 */
public record LoginRefused(@Nullable PersonId person, String address) {}
