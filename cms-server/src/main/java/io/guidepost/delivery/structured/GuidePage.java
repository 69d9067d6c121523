package io.guidepost.delivery.structured;

import io.guidepost.delivery.reading.Content.Published;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a role guide.
 *
 * @param address where it is, without a fragment
 * @param guide what it shows
 * @param faqs the questions on it
 * @param sources what it rests on
 * @param site the settings of the site that it is on; null: there are none
 */
public record GuidePage(URI address, Published guide, List<Published> faqs, List<Published> sources,
        @Nullable Published site) {

    public GuidePage {
        address = URI.create(address.toString().split("#", 2)[0]);
        faqs = List.copyOf(faqs);
        sources = List.copyOf(sources);
    }

    /** What names a thing that the page tells of. */
    String id(String thing) {
        return address + "#" + thing;
    }

    /** What names the site's publisher, the same on all of its pages. */
    String publisherId() {
        return address.resolve("/#publisher").toString();
    }
}
