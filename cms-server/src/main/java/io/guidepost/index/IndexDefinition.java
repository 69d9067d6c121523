package io.guidepost.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * What an index looks like, from a file that both the embedded server and a stock cluster take.
 *
 * @param json the body of the request that creates it
 * @param hash tells indexes of one definition from those of another: twelve hexadecimal digits
 */
public record IndexDefinition(String json, String hash) {

    private static final int HASH_LENGTH = 12;

    /**
     * The definition in a file.
     *
     * @param file where it lies on the class path
     * @param form to be counted up when what is put into the index is made in another way
     * @param values what stands for names in the file
     */
    public static IndexDefinition of(String file, int form, Map<String, String> values) {
        try (InputStream content = IndexDefinition.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalArgumentException("There is no file " + file);
            }
            String json = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                json = json.replace(value.getKey(), value.getValue());
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((form + json).getBytes(StandardCharsets.UTF_8));
            return new IndexDefinition(json, HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
