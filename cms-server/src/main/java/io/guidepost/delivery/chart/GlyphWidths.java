package io.guidepost.delivery.chart;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * How wide texts are at most, in ems of a regular weight. Whoever shows a chart has fonts of their own, so that nothing is measured: the
 * widths of ASCII are those of the widest of the usual sans-serif fonts (Verdana, DejaVu Sans), and those of other characters are the widest of
 * their kind.
 */
final class GlyphWidths {

    private static final double THIN = 0.37;
    private static final double NARROW = 0.46;
    private static final double SMALL = 0.62;
    private static final double MEDIUM = 0.66;
    private static final double WIDE = 0.87;
    private static final double WIDEST = 1.1;
    private static final double ACCENTED_SMALL = 0.75;
    private static final double ACCENTED_CAPITAL = 1.1;
    private static final double IDEOGRAPH = 1.05;
    private static final double EMOJI = 1.45;
    private static final double UNKNOWN = 1.25;

    private static final String THIN_ONES = "ijl'., ";
    private static final String NARROW_ONES = "frtI|:;!()[]/\\-\"";
    private static final String SMALL_ONES = "acekosvxyz";
    private static final String WIDEST_ONES = "mMwW%@";
    private static final int ASCII = 0x7f;
    private static final int LATIN = 0x24f;
    private static final Set<UnicodeScript> SQUARE = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO);

    private GlyphWidths() {}

    /** The width of a text in one line. */
    static double of(String text) {
        return text.codePoints().mapToDouble(GlyphWidths::of).sum();
    }

    private static double of(int character) {
        if (character <= ASCII) {
            return ofAscii(character);
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (character <= LATIN && Character.isLetter(character)) {
            return Character.isLowerCase(character) && character != 'æ' && character != 'œ'
                    ? ACCENTED_SMALL
                    : ACCENTED_CAPITAL;
        }
        if (SQUARE.contains(UnicodeScript.of(character))) {
            return IDEOGRAPH;
        }
        return Character.isEmoji(character) ? EMOJI : UNKNOWN;
    }

    private static double ofAscii(int character) {
        if (THIN_ONES.indexOf(character) >= 0) {
            return THIN;
        }
        if (NARROW_ONES.indexOf(character) >= 0) {
            return NARROW;
        }
        if (SMALL_ONES.indexOf(character) >= 0) {
            return SMALL;
        }
        if (WIDEST_ONES.indexOf(character) >= 0) {
            return WIDEST;
        }
        return Character.isLowerCase(character) || Character.isDigit(character) ? MEDIUM : WIDE;
    }
}
