package io.guidepost.upkeep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a check of a link has found. */
enum LinkResult {

    /** It leads somewhere. */
    WORKS,
    /** It leads somewhere else for good. */
    MOVED,
    /** There is nothing any more, or there has been no answer three times in a row. */
    BROKEN,
    /** There was no answer, or the host said that it could not; it will be asked again soon. */
    FAILING,
    /** The answer does not tell: people may be let in where the server is not. */
    UNCLEAR,
    /** The host wants no such requests. */
    DISALLOWED,
    /** The address is not on the public web, so that it was not asked. */
    REFUSED;

    /** The result as it is stored and written in JSON. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The result of that word; empty: there is none. */
    static Optional<LinkResult> ofWord(String word) {
        return Arrays.stream(values()).filter(result -> result.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(LinkResult::word).toList();
    }
}
