package io.guidepost.related;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Stems the words of English texts, exactly as the search engine's analyser {@code english} does. */
final class Stems {

    private static final Analyzer ENGLISH = new EnglishAnalyzer();

    private Stems() {}

    /** How often each stem stands in a text, in the order in which they first do; words that say nothing are left out. */
    static Map<String, Integer> of(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (TokenStream tokens = ENGLISH.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                counts.merge(term.toString(), 1, Integer::sum);
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return counts;
    }

    /** A word by which names that differ in form alone are equal: {@code "Writing reports"} and {@code "report writing"}; it may be empty. */
    static String key(String name) {
        return String.join("_", of(name).keySet().stream().sorted().toList());
    }
}
