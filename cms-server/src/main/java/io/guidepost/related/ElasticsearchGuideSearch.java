package io.guidepost.related;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.guidepost.related.GuideIndex.Match;
import io.guidepost.related.GuideIndex.Part;
import io.guidepost.related.GuideIndex.Question;
import io.guidepost.related.RelatedProperties.Weights;
import io.guidepost.index.Searched;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Asks for the guides like one in a single request. A guide's score is the weighted sum of
 * <ul>
 * <li>text: BM25 with k1 = 8 and b = 1 over the stems of the question, each weighted 1 + ln(how often it stands in the guide that is asked
 * for), without the constant factor k1 + 1;
 * <li>vectors: (1 + cosine) / 2, for the nearest guides alone;
 * <li>skills: BM25 with k1 = 1.2 and b = 0.75 over the skills in common, so that of many skills each counts less, divided by the root of how
 * many the guide has that is asked for;
 * <li>co-interest: the strength of it.
 * </ul>
 */
final class ElasticsearchGuideSearch {

    /** The search engine keeps the constant factor (k1 + 1) of BM25. */
    private static final float TEXT_SCALE = 1F / 9;
    /** The guide that is asked for is among them. */
    private static final int NEAREST = 101;

    private final Searched searched;
    private final Weights weights;
    private final boolean named;

    private ElasticsearchGuideSearch(Searched searched, Weights weights, boolean named) {
        this.searched = searched;
        this.weights = weights;
        this.named = named;
    }

    /** Asks for ids alone. */
    static SearchRequest plain(Question question, Searched searched, int limit, Weights weights) {
        return new ElasticsearchGuideSearch(searched, weights, false).request(question, limit);
    }

    /** Asks for each part's share as well. */
    static SearchRequest explained(Question question, Searched searched, int limit, Weights weights) {
        return new ElasticsearchGuideSearch(searched, weights, true).request(question, limit);
    }

    /** The document id of a hit, which is read from its column alone: whole entries are not opened. */
    static String id(Hit<Void> hit) {
        return Objects.requireNonNull(hit.fields().get("id")).to(String[].class)[0];
    }

    static Match match(Hit<Void> hit) {
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        hit.matchedQueries().forEach((name, score) -> parts.put(Part.valueOf(name), score));
        return new Match(id(hit), Objects.requireNonNull(hit.score()), parts);
    }

    private SearchRequest request(Question question, int limit) {
        List<Query> parts = parts(question);
        return SearchRequest.of(request -> request.index(searched.index()).size(limit).storedFields("_none_")
                .docvalueFields(field -> field.field("id"))
                .trackTotalHits(hits -> hits.enabled(false)).includeNamedQueriesScore(named ? true : null)
                .query(query -> parts.isEmpty()
                        ? query.matchNone(none -> none)
                        : query.bool(bool -> bool.should(parts).mustNot(itself(question)))));
    }

    private List<Query> parts(Question question) {
        List<Query> parts = new ArrayList<>();
        if (weights.text() > 0) {
            add(parts, Part.TEXT, question.terms().entrySet().stream().map(term -> term("text", term.getKey(), weights
                    .text() * TEXT_SCALE * term.getValue())).toList());
        }
        float[] vector = question.vector();
        if (weights.vectors() > 0 && vector != null && searched.has("vector")) {
            add(parts, Part.VECTORS, List.of(Query.of(query -> query.knn(knn -> knn.field("vector")
                    .queryVector(boxed(vector)).k(NEAREST).numCandidates(NEAREST).boost((float) weights.vectors())))));
        }
        if (weights.skills() > 0 && searched.has("skills")) {
            double weight = weights.skills() / Math.sqrt(question.skills().size());
            add(parts, Part.SKILLS, question.skills().stream().map(skill -> term("skills", skill, weight)).toList());
        }
        if (weights.coInterest() > 0 && searched.has("quizRole")) {
            add(parts, Part.CO_INTEREST, question.roles().entrySet().stream().map(role -> Query.of(query -> query
                    .constantScore(constant -> constant.boost((float) (weights.coInterest() * role.getValue()))
                            .filter(filter -> filter.term(of -> of.field("quizRole").value(role.getKey()))))))
                    .toList());
        }
        return parts;
    }

    /** Adds alternatives to all others, so that the engine can leave out those that no longer make a difference; as one part where it is named. */
    private void add(List<Query> parts, Part part, List<Query> alternatives) {
        if (!named) {
            parts.addAll(alternatives);
        } else if (!alternatives.isEmpty()) {
            parts.add(BoolQuery.of(bool -> bool.queryName(part.name()).should(alternatives))._toQuery());
        }
    }

    private static Query term(String field, String value, double weight) {
        return Query.of(query -> query.term(term -> term.field(field).value(value).boost((float) weight)));
    }

    private static Query itself(Question question) {
        return Query.of(query -> query.term(of -> of.field("id").value(question.id())));
    }

    private static List<Float> boxed(float[] vector) {
        List<Float> boxed = new ArrayList<>(vector.length);
        for (float value : vector) {
            boxed.add(value);
        }
        return boxed;
    }
}
