package io.guidepost.elasticsearch.english;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * Hands out Lucene's analyser for English under the name a stock Elasticsearch gives it, so that one index definition
 * serves both.
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
}
