package io.guidepost.content;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which addresses a link may have. */
final class SafeAddress {

    static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    /** Browsers overlook these inside a scheme. */
    private static final Pattern OVERLOOKED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Z}\\s]");
    private static final Pattern UP_TO_DELIMITER = Pattern.compile("[^:/?#\\\\]*");

    private SafeAddress() {}

    /** Whether the address is relative or of a scheme that only leads somewhere, whatever is done to disguise it. */
    static boolean isSafe(String address) {
        var seen = OVERLOOKED.matcher(address).replaceAll("");
        var matcher = UP_TO_DELIMITER.matcher(seen);
        if (!matcher.lookingAt() || matcher.end() == seen.length() || seen.charAt(matcher.end()) != ':') {
            return true;
        }
        return SCHEMES.contains(matcher.group().toLowerCase(Locale.ROOT));
    }
}
