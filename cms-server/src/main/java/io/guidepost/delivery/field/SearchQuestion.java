package io.guidepost.delivery.field;

import io.guidepost.delivery.edition.Excerpt;
import io.guidepost.delivery.edition.RefusedQueryException;
import io.guidepost.search.SearchFilter;
import io.guidepost.search.SearchFilter.Pay;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for, whatever page of it.
 *
 * @param text what was typed
 * @param filter what hits must be
 */
record SearchQuestion(String text, SearchFilter filter) {

    /** How many hits can be read. */
    static final int DEEPEST = 1_000;

    private static final int MOST_SKILLS = 20;
    private static final Cursors CURSORS = new Cursors("SearchHit", "RELEVANCE");
    private static final Pattern PLACE = Pattern.compile("([0-9a-f]{8}):([1-9][0-9]{0,3})");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /**
     * Reads the arguments {@code query} and {@code filter}.
     *
     * @throws RefusedQueryException if the filter asks for what cannot be
     */
    static SearchQuestion of(Map<String, Object> arguments) {
        return new SearchQuestion(Objects.requireNonNull(arguments.get("query")).toString(),
                arguments.get("filter") instanceof Map<?, ?> filter ? filter(filter) : SearchFilter.NONE);
    }

    private static SearchFilter filter(Map<?, ?> given) {
        List<String> skills = texts(given.get("skills"));
        if (skills.size() > MOST_SKILLS) {
            throw new RefusedQueryException(
                    "`skills` has " + MOST_SKILLS + " names at most, not " + skills.size() + ".");
        }
        Integer months = (Integer) given.get("monthsAtMost");
        if (months != null && months < 1) {
            throw new RefusedQueryException("`monthsAtMost` is 1 or more, not " + months + ".");
        }
        return new SearchFilter(new TreeSet<>(texts(given.get("types"))), skills,
                given.get("pay") instanceof Map<?, ?> pay ? pay(pay) : null, months);
    }

    private static Pay pay(Map<?, ?> given) {
        String currency = Objects.requireNonNull(given.get("currency")).toString();
        if (!CURRENCY.matcher(currency).matches()) {
            throw new RefusedQueryException("`currency` is a code of ISO 4217, such as `USD`; this is none: "
                    + Excerpt.of(currency));
        }
        Integer atLeast = (Integer) given.get("atLeast");
        Integer below = (Integer) given.get("below");
        if (atLeast != null && below != null && below <= atLeast) {
            throw new RefusedQueryException("`below` is more than `atLeast`, which is " + atLeast + ", and not " + below
                    + ".");
        }
        return new Pay(currency, atLeast, below);
    }

    private static List<String> texts(@Nullable Object given) {
        List<String> texts = new ArrayList<>();
        if (given instanceof List<?> list) {
            list.forEach(each -> texts.add(each.toString()));
        }
        return texts;
    }

    /** Stands for the place after so many hits. */
    String cursor(int hits) {
        return CURSORS.of(name() + ":" + hits);
    }

    /**
     * After how many hits the page begins that the argument {@code after} asks for.
     *
     * @throws RefusedQueryException if it is no cursor of these hits, or there are none to be read after it
     */
    int offset(@Nullable Object after) {
        if (after == null) {
            return 0;
        }
        Matcher place = PLACE.matcher(CURSORS.place(after.toString()));
        if (!place.matches()) {
            throw new RefusedQueryException("`after` must be a cursor of this list; this is none: "
                    + Excerpt.of(after));
        }
        if (!place.group(1).equals(name())) {
            throw new RefusedQueryException(
                    "`after` is a cursor of another search: `query` and `filter` are the same on"
                            + " every page.");
        }
        int offset = Integer.parseInt(place.group(2));
        if (offset >= DEEPEST) {
            throw new RefusedQueryException("The first " + DEEPEST + " hits can be read, and these are all of them;"
                    + " narrow the search down to see others.");
        }
        return offset;
    }

    /** The same for the same question on every server. */
    private String name() {
        CRC32 checksum = new CRC32();
        String all = String.join("\n", text, new TreeSet<>(filter.types()).toString(), filter.skills().toString(),
                String.valueOf(filter.pay()), String.valueOf(filter.monthsAtMost()));
        checksum.update(all.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
