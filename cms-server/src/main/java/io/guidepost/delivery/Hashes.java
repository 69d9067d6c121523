package io.guidepost.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names queries by their hash, as clients do. */
final class Hashes {

    private Hashes() {}

    /** SHA-256 of a query's text in UTF-8, in lower-case hexadecimal digits. */
    static String sha256(String query) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
