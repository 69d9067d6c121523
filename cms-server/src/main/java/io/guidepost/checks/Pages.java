package io.guidepost.checks;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Which addresses the site has. */
final class Pages {

    static final String SLUG = "{slug}";

    private static final URI ANYWHERE = URI.create("https://page.invalid/");

    private final Map<String, String> addresses;
    private final Set<String> others;

    Pages(CheckSettings settings) {
        this.addresses = new TreeMap<>(settings.pages());
        this.others = settings.otherPages();
    }

    /**
     * A document that an address belongs to.
     *
     * @param type its document type's name
     * @param slug its slug
     */
    record Page(String type, String slug) {}

    /** The address of a document, if it has a page. */
    Optional<String> address(String type, Optional<String> slug) {
        return slug.flatMap(key -> Optional.ofNullable(addresses.get(type)).map(address -> address.replace(SLUG, key)));
    }

    boolean isOther(String path) {
        return others.contains(path) || others.contains(path + "/");
    }

    /** Whose page an address is, live or not. The address of an only document has the slug that its type gives it. */
    Optional<Page> at(String path, Function<String, String> onlySlug) {
        for (var entry : addresses.entrySet()) {
            var address = entry.getValue();
            int at = address.indexOf(SLUG);
            if (at < 0 && path.equals(address)) {
                return Optional.of(new Page(entry.getKey(), onlySlug.apply(entry.getKey())));
            }
            if (at >= 0) {
                var before = address.substring(0, at);
                var after = address.substring(at + SLUG.length());
                if (path.length() > before.length() + after.length() && path.startsWith(before)
                        && path.endsWith(after)) {
                    var slug = path.substring(before.length(), path.length() - after.length());
                    if (slug.indexOf('/') < 0) {
                        return Optional.of(new Page(entry.getKey(), slug));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The path that a relative link leads to, without query, fragment or slash at its end; empty if it cannot be read. */
    static Optional<String> path(String own, String link) {
        try {
            var path = ANYWHERE.resolve(own).resolve(link.strip()).normalize().getPath();
            return Optional.of(path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
