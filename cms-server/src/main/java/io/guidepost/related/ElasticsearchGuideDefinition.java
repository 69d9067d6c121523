package io.guidepost.related;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What the index of guides looks like, from {@code guidepost/search/guides.json}, which both the embedded server and a stock cluster take.
 *
 * @param json the body of the request that creates it
 * @param hash tells indexes of one definition from those of another
 */
record ElasticsearchGuideDefinition(String json, String hash) {

    /** Counted up when what is put into the index is made in another way. */
    private static final int FORM = 1;
    private static final int HASH_LENGTH = 12;

    /** The definition for vectors of so many numbers. */
    static ElasticsearchGuideDefinition of(int dimensions) {
        try (InputStream file = Objects.requireNonNull(ElasticsearchGuideDefinition.class
                .getResourceAsStream("/guidepost/search/guides.json"))) {
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("DIMENSIONS",
                    Integer.toString(
                            dimensions));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((FORM + json).getBytes(StandardCharsets.UTF_8));
            return new ElasticsearchGuideDefinition(json, HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
