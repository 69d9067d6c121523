package io.guidepost.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words as search compares them. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['._][\\p{L}\\p{N}]+)*");

    private Words() {}

    /** A text in lower case and without accents. */
    static String fold(String text) {
        String decomposed = Normalizer.normalize(text.replace('\u2019', '\''), Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The words of a text, {@linkplain #fold folded}. */
    static List<String> of(String text) {
        return WORD.matcher(fold(text)).results().map(MatchResult::group).toList();
    }

    /** The stem of a folded word, as the engine has it. */
    static String stem(String word) {
        Tokenizer whole = new KeywordTokenizer();
        whole.setReader(new StringReader(word));
        try (TokenStream stemmed = new PorterStemFilter(whole)) {
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
