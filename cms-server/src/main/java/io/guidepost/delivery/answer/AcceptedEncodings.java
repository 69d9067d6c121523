package io.guidepost.delivery.answer;

import org.jspecify.annotations.Nullable;

/** How a client takes what is sent. */
public final class AcceptedEncodings {

    private AcceptedEncodings() {}

    /**
     * Whether it takes a body that is compressed by gzip.
     *
     * @param encodings the header that says so; null: none
     */
    public static boolean takeGzip(@Nullable String encodings) {
        if (encodings == null) {
            return false;
        }
        for (String each : encodings.split(",", -1)) {
            String encoding = each.replace(" ", "");
            if (encoding.matches("gzip(;q=(1|0?\\.\\d*[1-9]).*)?")) {
                return true;
            }
        }
        return false;
    }
}
