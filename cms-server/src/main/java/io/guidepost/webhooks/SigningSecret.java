package io.guidepost.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What messages are signed with, as Standard Webhooks 1.0.0 describes symmetric signatures.
 *
 * @param text {@code whsec_} and 24 to 64 bytes in base64
 */
record SigningSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Refuses what is no such secret, without repeating it. */
    SigningSecret {
        int bytes = text.startsWith(PREFIX) ? key(text).length : 0;
        if (bytes < FEWEST_BYTES || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("A secret is whsec_ and 24 to 64 bytes in base64.");
        }
    }

    static SigningSecret random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(random));
    }

    /**
     * Signs a message: {@code v1,} and the HMAC-SHA256 of {@code id.timestamp.body} in base64.
     *
     * @param id the message's id
     * @param timestamp when it is sent, in seconds since the epoch
     * @param body what is sent, byte by byte
     */
    String sign(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(text), ALGORITHM));
            byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }

    private static byte[] key(String text) {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }
}
