package io.guidepost.search;

import io.guidepost.content.FigureToken;
import java.util.regex.Pattern;

/**
 * What readers of passages see where figures were. Figures are not indexed, since they change. A place where one was is marked when a text is read, and
 * closed so that the sentence goes on reading well: with an ellipsis, or with nothing where it stood in brackets of its own.
 */
final class Gaps {

    static final String ELLIPSIS = "\u2026";

    private static final char SIZE = '\uE002';
    private static final char OTHER = '\uE003';
    private static final String GAP = "[\uE002\uE003]";

    /** In a paragraph of so many letters that tells how many people there are, there is nothing else. */
    private static final int SHORT_NOTE = 70;
    /** So few letters beside a figure say nothing. */
    private static final int FEWEST_LETTERS = 12;

    private static final Pattern NOTHING_BUT_SIZE = Pattern.compile("\\P{L}*+[nN]\\s*=\\P{L}*+");
    private static final Pattern SIZE_REMARK = Pattern
            .compile("(?<![\\p{L}(\\[])[nN]\\s*+=\\s*+" + GAP + "\\s*+[.;,]?+\\s*+");
    private static final Pattern BRACKETED = Pattern
            .compile("\\s*+[(\\[]\\s*+(?:[nN]\\s*+=\\s*+)?+" + GAP + "(?:\\s*+[+%]?+)\\s*+[)\\]]");
    private static final Pattern QUOTED = Pattern
            .compile("[\"'\u201c\u201e\u201d\u2018\u00ab\u00bb](" + GAP + ")[\"'\u201c\u201d\u2019\u00ab\u00bb]");
    private static final Pattern SIGN_BEFORE = Pattern.compile("[~\u2248\u00b1<>#]\\s?(?=" + GAP + ")");
    private static final Pattern SIGN_AFTER = Pattern.compile("(?<=" + GAP + ")\\s?[+%]");
    private static final Pattern SEVERAL = Pattern
            .compile("(" + GAP + ")(?:(?:,?\\s++(?:and|or|to)\\s++|\\s*+[,/\u2013\u2014-]?+\\s*+)" + GAP + ")++");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]{2,}");

    private Gaps() {}

    /** What marks the place of a figure. */
    static String mark(FigureToken token) {
        return String.valueOf(switch (token) {
            case FigureToken.Respondents _,FigureToken.Recent _,FigureToken.SiteRespondents _,FigureToken.SiteCountries _ ->
                SIZE;
            case FigureToken.Percent _,FigureToken.Range _,FigureToken.Rank _,FigureToken.Count _,FigureToken.Answer _ ->
                OTHER;
        });
    }

    /** A text with a letter in place of each mark, to be taken apart as if it had none. */
    static String readable(String marked) {
        return marked.replace(SIZE, 'N').replace(OTHER, 'N');
    }

    /** Whether a paragraph says nothing but how many people its figures rest on. */
    static boolean tellsSize(String paragraph) {
        boolean hasSizeAlone = paragraph.indexOf(SIZE) >= 0 && paragraph.indexOf(OTHER) < 0;
        return NOTHING_BUT_SIZE.matcher(paragraph).matches() || (hasSizeAlone && letters(paragraph) <= SHORT_NOTE);
    }

    /** A paragraph without remarks that tell nothing but how many people there are: {@code n = 412}. */
    static String withoutSizes(String paragraph) {
        return SIZE_REMARK.matcher(BRACKETED.matcher(paragraph).replaceAll("")).replaceAll("");
    }

    /** Whether a sentence says nothing without its figures. */
    static boolean saysNothing(String sentence) {
        return (sentence.indexOf(SIZE) >= 0 || sentence.indexOf(OTHER) >= 0) && letters(sentence) < FEWEST_LETTERS;
    }

    /** A text as it is shown, without any mark. */
    static String close(String marked) {
        String closed = BRACKETED.matcher(marked).replaceAll("");
        closed = QUOTED.matcher(closed).replaceAll("$1");
        closed = SIGN_BEFORE.matcher(closed).replaceAll("");
        closed = SIGN_AFTER.matcher(closed).replaceAll("");
        closed = SEVERAL.matcher(closed).replaceAll("$1");
        closed = closed.replaceAll(GAP, ELLIPSIS);
        return BLANKS.matcher(closed).replaceAll(" ").strip();
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }
}
