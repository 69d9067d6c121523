package io.guidepost.elasticsearch.english;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProvider;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * Hands out Lucene's analyser for English, and filters that search needs, under the names a stock Elasticsearch gives them, so that one index
 * definition serves both.
 */
public final class EnglishAnalysis extends Plugin implements AnalysisPlugin {

    private static final String NAME = "english";

    /** Read by Elasticsearch, by its descriptor. */
    public EnglishAnalysis() {}

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return Map.of(NAME, (index, environment, name, settings) -> new PreBuiltAnalyzerProvider(name,
                AnalyzerScope.INDICES, new EnglishAnalyzer()));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of("asciifolding", (index, environment, name, settings) -> factory(name, ASCIIFoldingFilter::new),
                "stemmer", (index, environment, name, settings) -> factory(name, stemmer(settings.get("language",
                        NAME))));
    }

    private static UnaryOperator<TokenStream> stemmer(String language) {
        return switch (language) {
            case NAME -> PorterStemFilter::new;
            case "possessive_english" -> EnglishPossessiveFilter::new;
            default -> throw new IllegalArgumentException("There is no stemmer here for " + language);
        };
    }

    private static TokenFilterFactory factory(String name, UnaryOperator<TokenStream> made) {
        return new AbstractTokenFilterFactory(name) {
            @Override
            public TokenStream create(TokenStream tokens) {
                return made.apply(tokens);
            }
        };
    }
}
