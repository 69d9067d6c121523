package io.guidepost.upkeep;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The link of a source as it is sent; what it has not got is left out.
 *
 * @param document the source's id
 * @param url what is checked
 * @param result what the last check found, in a word
 * @param status the HTTP status of the last answer
 * @param movedTo where the link has moved for good
 * @param why the result in a sentence
 * @param at when it was checked
 * @param since since when it has this result
 * @param failures how many checks in a row have found nobody at home
 * @param due when the next request is to be made
 * @param underWay whether a check has begun and needs more requests
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkCheckView(String document, String url, @Nullable String result, @Nullable Integer status,
        @Nullable String movedTo, @Nullable String why, @Nullable Instant at, @Nullable Instant since, int failures,
        Instant due, boolean underWay) {

    static LinkCheckView of(CheckedLink link) {
        Verdict verdict = link.verdict();
        return new LinkCheckView(link.source().value(), link.url(), verdict == null ? null : verdict.result().word(),
                verdict == null ? null : verdict.status(), verdict == null ? null : verdict.movedTo(),
                verdict == null ? null : verdict.why(), link.at(), link.since(), link.failures(), link.due(),
                link.progress() != null);
    }
}
