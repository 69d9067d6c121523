package io.guidepost.upkeep;

import org.jspecify.annotations.Nullable;

/**
 * How far the check of a link has come: which request is the next. Each is made by itself, so that hosts have their pauses.
 *
 * @param url what to ask
 * @param whole whether to ask for everything, since asking for the headers alone has not helped
 * @param redirects how many have been followed
 * @param moved whether all of them were for good
 */
record Progress(String url, boolean whole, int redirects, boolean moved) {

    static Progress start(String url) {
        return new Progress(url, false, 0, true);
    }

    Progress asWhole() {
        return new Progress(url, true, redirects, moved);
    }

    Progress redirected(String to, boolean forGood) {
        return new Progress(to, false, redirects + 1, moved && forGood);
    }

    /** Where the link has moved for good; null: nowhere. */
    @Nullable
    String movedTo() {
        return redirects > 0 && moved ? url : null;
    }
}
