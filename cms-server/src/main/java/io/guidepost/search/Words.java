package io.guidepost.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words as search compares them. */
final class Words {

    /** Letters and digits with their marks; a point or an apostrophe within, and a comma between digits, do not end them. */
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*(?:(?:['._]|(?<=\\p{N}),(?=\\p{N}))[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*)*");
    /** The longest that one character becomes without its accent. */
    private static final int LONGEST_FOLDED = 4;

    private Words() {}

    /** A text whose characters are each in one piece, as search compares them. */
    static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** A text in lower case and without the accents of Latin letters, just as the engine folds words. */
    static String fold(String text) {
        char[] lower = compose(text).codePoints().map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()
                .toCharArray();
        char[] folded = new char[LONGEST_FOLDED * lower.length];
        return new String(folded, 0, ASCIIFoldingFilter.foldToASCII(lower, 0, folded, 0, lower.length));
    }

    /** The words of a text, {@linkplain #fold folded}. */
    static List<String> of(String text) {
        return WORD.matcher(fold(text)).results().map(MatchResult::group).toList();
    }

    /** The stem of a folded word, as the engine has it. */
    static String stem(String word) {
        Tokenizer whole = new KeywordTokenizer();
        whole.setReader(new StringReader(word));
        try (TokenStream stemmed = new PorterStemFilter(new EnglishPossessiveFilter(whole))) {
            CharTermAttribute stem = stemmed.addAttribute(CharTermAttribute.class);
            stemmed.reset();
            return stemmed.incrementToken() ? stem.toString() : word;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether a folded word says nothing by itself: the engine leaves it out where it stems. */
    static boolean saysNothing(String word) {
        return EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word);
    }
}
