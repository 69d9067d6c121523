package io.guidepost.delivery.answer;

import io.guidepost.delivery.edition.EditionPin;
import io.guidepost.delivery.edition.View;
import io.guidepost.delivery.reading.Dependency;
import io.guidepost.delivery.reading.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The answer to a request that was run without any error, in bytes, with what it follows from. */
public final class Answer {

    private static final int OVERHEAD = 500;
    private static final int OF_A_DEPENDENCY = 100;

    private final byte[] body;
    private final AnswerFormat format;
    private final @Nullable EditionPin pin;
    private final List<Dependency> dependencies;
    private final boolean lasting;
    private final boolean passing;
    private final String tag;
    private final String surrogateKeys;
    private volatile Validity validity;
    private volatile byte @Nullable [] compressed;

    /**
     * An answer.
     *
     * @param body what is sent; not to be changed
     * @param format its media type
     * @param pin the edition that the request names; null: it reads the newest
     * @param reading what it was made from
     * @param generation of the related careers when the reading began
     */
    public Answer(byte[] body, AnswerFormat format, @Nullable EditionPin pin, Reading reading, int generation) {
        this.body = body;
        this.format = format;
        this.pin = pin;
        this.dependencies = List.copyOf(reading.dependencies());
        this.lasting = !reading.isDegraded();
        this.passing = reading.hasSearched();
        this.tag = checksums(body) + format.tag();
        this.surrogateKeys = SurrogateKeys.of(dependencies, reading.view());
        this.validity = new Validity(reading.view(), generation);
    }

    /**
     * Up to when an answer is known to hold.
     *
     * @param view in which edition
     * @param generation with which related careers
     */
    private record Validity(View view, int generation) {

        boolean isAt(View other, int now) {
            return generation == now && view.isSame(other);
        }
    }

    /**
     * Whether the request would be answered with the same bytes now. What has been found once is remembered until something changes.
     *
     * @param now the edition that the request reads now
     * @param generation of the related careers now
     */
    boolean holds(View now, int generation) {
        if (validity.isAt(now, generation)) {
            return true;
        }
        if (dependencies.stream().allMatch(dependency -> dependency.holds(now))) {
            validity = new Validity(now, generation);
            return true;
        }
        return false;
    }

    /** The edition that the request names; null: it reads the newest. */
    @Nullable
    EditionPin pin() {
        return pin;
    }

    /** The newest edition that it is known to be the answer in. */
    View view() {
        return validity.view();
    }

    /** Whether others may keep it: not when a part of it is known to be lacking for the moment. */
    boolean isLasting() {
        return lasting;
    }

    /**
     * Whether it is for one reader and the moment: an answer to what somebody has typed, of which there is no end, so that keeping it would push
     * out what is asked for again; and nothing tells when another document should be in it.
     */
    boolean isPassing() {
        return passing;
    }

    AnswerFormat format() {
        return format;
    }

    byte[] body() {
        return body;
    }

    /** The body compressed by gzip, which is done when somebody first asks for it. */
    byte[] compressed() {
        byte[] known = compressed;
        if (known == null) {
            known = gzip(body);
            compressed = known;
        }
        return known;
    }

    /** Names the bytes and their format; a tag of HTTP without its quotes. */
    String tag() {
        return tag;
    }

    /** Keys of all that it was made from, separated by spaces. */
    String surrogateKeys() {
        return surrogateKeys;
    }

    /** About how much memory it takes in bytes, the compressed form included. */
    int size() {
        return OVERHEAD + body.length + body.length / 4 + surrogateKeys.length()
                + dependencies.size() * OF_A_DEPENDENCY;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Two checksums that have nothing in common, 64 bits together: of two answers of which one follows the other, about one pair in
     * 2<sup>64</sup> has the same.
     */
    private static String checksums(byte[] bytes) {
        CRC32 one = new CRC32();
        one.update(bytes);
        CRC32C other = new CRC32C();
        other.update(bytes);
        return HexFormat.of().toHexDigits((one.getValue() << Integer.SIZE) | other.getValue());
    }
}
