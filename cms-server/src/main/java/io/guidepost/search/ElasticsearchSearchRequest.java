package io.guidepost.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterOrder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.elasticsearch.core.search.Suggester;
import co.elastic.clients.util.NamedValue;
import io.guidepost.search.SearchFilter.Pay;
import io.guidepost.search.TypedText.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for documents with the words that were typed, and what they can be narrowed down by, in a single request.
 *
 * <p>Most of the words have to be found, each by its stem, as a synonym, with a typo, or, the last one, by its beginning; the best of these ways
 * counts. A document comes first whose title is what was typed, then those with the words in a row.
 */
final class ElasticsearchSearchRequest {

    static final String TYPES = "types";
    static final String SKILLS = "skills";
    static final String PAY = "pay";
    static final String MONTHS = "months";
    static final String AMOUNTS = "amounts";
    static final String CHOSEN = "chosen";
    static final String SPELLING = "spelling";

    /** Bounds between months to enter: each is the first month of a step. */
    private static final List<Integer> MONTH_STEPS = List.of(0, 4, 7, 13, 25);
    private static final int SKILL_COUNT = 20;
    private static final int CURRENCY_COUNT = 20;
    private static final int PAY_COUNT = 1_000;
    private static final int FRAGMENT = 160;
    private static final int FRAGMENTS = 2;
    private static final int EXPANSIONS = 10;
    private static final int SHORTEST_TYPO = 4;
    private static final int SHORTEST_BEGINNING = 2;
    private static final int SHORTEST_CORRECTED = 3;
    private static final String MOST_WORDS = "2<75%";

    private static final String TITLE = "title";
    private static final String TITLE_WORDS = "title.words";
    private static final String SUMMARY = "summary";
    private static final String SUMMARY_WORDS = "summary.words";
    private static final String TEXT = "text";
    private static final String TEXT_WORDS = "text.words";
    private static final List<String> STEMMED = List.of("title^6", "summary^3", TEXT);
    private static final List<String> TYPED = List.of("title.words^3", "summary.words^1.5", "text.words^0.3");
    private static final float SYNONYM = 0.8F;
    private static final float BEGINNING = 0.5F;
    private static final float SAME_TITLE = 20;
    private static final float GUIDES_FIRST = 1_000;

    private final String index;
    private final TypedText typed;
    private final SearchFilter filter;

    private ElasticsearchSearchRequest(String index, TypedText typed, SearchFilter filter) {
        this.index = index;
        this.typed = typed;
        this.filter = filter;
    }

    /** Asks for hits. */
    static SearchRequest of(String index, TypedText typed, SearchFilter filter, int offset, int limit) {
        return new ElasticsearchSearchRequest(index, typed, filter).request(offset, limit);
    }

    /** Asks how many hits there would be, and nothing else. */
    static SearchRequest count(String index, TypedText typed, SearchFilter filter) {
        ElasticsearchSearchRequest asked = new ElasticsearchSearchRequest(index, typed, filter);
        return SearchRequest.of(request -> request.index(index).size(0).trackTotalHits(hits -> hits.enabled(true))
                .query(asked.query()).postFilter(all(asked.pay(), asked.months())));
    }

    /** Asks for titles with words that begin so. */
    static SearchRequest suggest(String index, String prefix, int limit) {
        List<Query> ways = List.of(
                Query.of(way -> way.matchBoolPrefix(of -> of.field(TITLE_WORDS).query(prefix).operator(Operator.And)
                        .boost(3F))),
                Query.of(way -> way.matchBoolPrefix(of -> of.field(TITLE_WORDS).query(prefix).operator(Operator.And)
                        .fuzziness("AUTO:4,20").prefixLength(1).maxExpansions(EXPANSIONS))),
                Query.of(way -> way.match(of -> of.field(TITLE_WORDS).query(prefix).operator(Operator.And)
                        .fuzziness("AUTO:4,20").prefixLength(1).maxExpansions(EXPANSIONS).boost(BEGINNING))));
        return SearchRequest.of(request -> request.index(index).size(limit).source(source -> source.fetch(false))
                .docvalueFields(field -> field.field("id")).trackTotalHits(hits -> hits.enabled(false))
                .query(query -> query.bool(bool -> bool
                        .must(must -> must.disMax(any -> any.queries(ways)))
                        .should(should -> should.constantScore(same -> same.boost(GUIDES_FIRST)
                                .filter(of -> of.term(type -> type.field("type").value(SearchedSite.GUIDE)))))))
                .sort(by -> by.score(score -> score.order(SortOrder.Desc)))
                .sort(by -> by.field(field -> field.field("name").order(SortOrder.Asc)))
                .sort(by -> by.field(field -> field.field("id").order(SortOrder.Asc))));
    }

    private SearchRequest request(int offset, int limit) {
        Query pay = pay();
        Query months = months();
        return SearchRequest.of(request -> {
            request.index(index).from(offset).size(limit).source(source -> source.fetch(false))
                    .docvalueFields(field -> field.field("id")).docvalueFields(field -> field.field("stamp"))
                    .trackTotalHits(hits -> hits.enabled(true)).query(query()).postFilter(all(pay, months))
                    .aggregations(TYPES, among(all(pay, months), Aggregation.of(types -> types
                            .terms(terms -> terms.field("type")))))
                    .aggregations(SKILLS, among(all(pay, months), Aggregation.of(skills -> skills
                            .terms(terms -> terms.field("skills").size(SKILL_COUNT)
                                    .order(NamedValue.of("_count", SortOrder.Desc),
                                            NamedValue.of("_key", SortOrder.Asc))))))
                    .aggregations(PAY, among(months, Aggregation.of(currencies -> currencies
                            .terms(terms -> terms.field("currency").size(CURRENCY_COUNT))
                            .aggregations(AMOUNTS, amounts -> amounts
                                    .terms(terms -> terms.field("pay").size(PAY_COUNT))))))
                    .aggregations(MONTHS, among(pay, monthSteps()));
            if (!typed.isEmpty()) {
                request.sort(by -> by.score(score -> score.order(SortOrder.Desc))).highlight(highlight())
                        .suggest(spelling());
            }
            return request.sort(by -> by.field(field -> field.field("name").order(SortOrder.Asc)))
                    .sort(by -> by.field(field -> field.field("id").order(SortOrder.Asc)));
        });
    }

    private static Aggregation among(Query hits, Aggregation counted) {
        return Aggregation.of(all -> all.filter(hits).aggregations(CHOSEN, counted));
    }

    private static Aggregation monthSteps() {
        return Aggregation.of(months -> months.range(range -> {
            range.field("months");
            for (int i = 0; i < MONTH_STEPS.size(); i++) {
                double from = MONTH_STEPS.get(i);
                Double to = i + 1 < MONTH_STEPS.size() ? Double.valueOf(MONTH_STEPS.get(i + 1)) : null;
                range.ranges(step -> step.from(from).to(to));
            }
            return range;
        }));
    }

    /** The words and what cannot be undone by a click beside the hits. */
    private Query query() {
        List<Query> chosen = new ArrayList<>();
        if (!filter.types().isEmpty()) {
            chosen.add(Query.of(query -> query.terms(terms -> terms.field("type").terms(values -> values
                    .value(filter.types().stream().map(FieldValue::of)
                            .toList())))));
        }
        filter.skills().forEach(skill -> chosen.add(term("skills", skill)));
        return BoolQuery.of(bool -> typed.isEmpty()
                ? bool.filter(chosen)
                : bool.filter(chosen).must(words()).should(lifts()))._toQuery();
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private Query pay() {
        Pay pay = filter.pay();
        if (pay == null) {
            return all();
        }
        return all(term("currency", pay.currency()), Query.of(query -> query.range(range -> range
                .number(number -> number.field("pay").gte(number(pay.atLeast())).lt(number(pay.below()))))));
    }

    private Query months() {
        Integer most = filter.monthsAtMost();
        return most == null
                ? all()
                : Query.of(query -> query.range(range -> range
                        .number(number -> number.field("months").lte(number(most)))));
    }

    private static @Nullable Double number(@Nullable Integer value) {
        return value == null ? null : Double.valueOf(value);
    }

    private static Query all(Query... filters) {
        return filters.length == 0
                ? Query.of(query -> query.matchAll(all -> all))
                : Query.of(query -> query.bool(bool -> bool.filter(Arrays.asList(filters))));
    }

    private List<Query> words() {
        List<Query> wanted = new ArrayList<>();
        typed.phrases().forEach(phrase -> wanted.add(best(row(phrase, 0))));
        if (!typed.units().isEmpty()) {
            List<Query> units = new ArrayList<>();
            List<Unit> all = typed.units();
            boolean nothingTelling = all.stream().allMatch(unit -> unit.words().size() == 1 && unit.synonyms().isEmpty()
                    && Words.saysNothing(unit.text()));
            if (nothingTelling) {
                wanted.add(best(exactly(String.join(" ", all.stream().map(Unit::text).toList()))));
            } else {
                for (int i = 0; i < all.size(); i++) {
                    units.add(unit(all.get(i), i == all.size() - 1 && !typed.ended()));
                }
                wanted.add(BoolQuery.of(bool -> bool.should(units).minimumShouldMatch(MOST_WORDS))._toQuery());
            }
        }
        if (wanted.isEmpty()) {
            wanted.add(Query.of(query -> query.multiMatch(match -> match.query(typed.text()).operator(Operator.And)
                    .type(TextQueryType.BestFields).fields(TYPED))));
        }
        return wanted;
    }

    /** Words in a row, by their stems. */
    private static List<Query> row(String words, int slop) {
        return List.of(phrase(TITLE, words, slop, 6), phrase(SUMMARY, words, slop, 3), phrase(TEXT, words, slop, 1));
    }

    /** Words in a row, as they are: words among them that say nothing have no stems. */
    private static List<Query> exactly(String words) {
        return List.of(phrase(TITLE_WORDS, words, 0, 6), phrase(SUMMARY_WORDS, words, 0, 3));
    }

    private static Query phrase(String field, String words, int slop, float boost) {
        return Query.of(query -> query
                .matchPhrase(phrase -> phrase.field(field).query(words).slop(slop).boost(boost)));
    }

    private static Query unit(Unit unit, boolean unfinished) {
        List<Query> ways = new ArrayList<>();
        if (unit.words().size() == 1) {
            ways.addAll(word(unit.text(), unfinished));
        } else {
            ways.addAll(row(unit.text(), 1));
        }
        for (String synonym : unit.synonyms()) {
            ways.add(Query.of(query -> query.disMax(any -> any.queries(row(synonym, 0)).boost(SYNONYM))));
        }
        return best(ways);
    }

    private static List<Query> word(String word, boolean unfinished) {
        List<Query> ways = new ArrayList<>();
        ways.add(Query.of(query -> query.multiMatch(match -> match.query(word).type(TextQueryType.BestFields)
                .fields(STEMMED).tieBreaker(0.1))));
        if (word.length() >= SHORTEST_TYPO) {
            ways.add(Query.of(query -> query.multiMatch(match -> match.query(word).type(TextQueryType.BestFields)
                    .fields(TYPED).fuzziness("AUTO:4,8").prefixLength(1).maxExpansions(EXPANSIONS))));
        }
        if (unfinished && word.length() >= SHORTEST_BEGINNING) {
            for (String field : List.of(TITLE_WORDS, SUMMARY_WORDS, TEXT_WORDS)) {
                ways.add(Query.of(query -> query.prefix(begin -> begin.field(field).value(word)
                        .boost(field.equals(TITLE_WORDS) ? 2 : BEGINNING))));
            }
        }
        return ways;
    }

    private static Query best(List<Query> ways) {
        return Query.of(query -> query.disMax(any -> any.queries(ways).tieBreaker(0.1)));
    }

    private List<Query> lifts() {
        List<Query> lifts = new ArrayList<>();
        lifts.add(Query.of(query -> query.constantScore(same -> same.boost(SAME_TITLE)
                .filter(term("name", Words.fold(typed.text()))))));
        if (typed.units().size() > 1) {
            lifts.addAll(row(String.join(" ", typed.units().stream().map(Unit::text).toList()), 2));
        }
        return lifts;
    }

    private static Highlight highlight() {
        return Highlight.of(highlight -> highlight.type(HighlighterType.Unified).preTags(Marks.BEGIN)
                .postTags(Marks.END).order(HighlighterOrder.Score)
                .fields(NamedValue.of(TITLE, whole(TITLE, TITLE_WORDS)),
                        NamedValue.of(SUMMARY, fragments(SUMMARY, SUMMARY_WORDS, 1)),
                        NamedValue.of(TEXT, fragments(TEXT, TEXT_WORDS, FRAGMENTS))));
    }

    private static HighlightField whole(String... fields) {
        return HighlightField.of(field -> field.numberOfFragments(0).matchedFields(Arrays.asList(fields)));
    }

    private static HighlightField fragments(String one, String other, int count) {
        return HighlightField.of(field -> field.numberOfFragments(count).fragmentSize(FRAGMENT)
                .matchedFields(one, other));
    }

    private Suggester spelling() {
        return Suggester.of(spelling -> spelling.text(String.join(" ", Words.of(typed.text())))
                .suggesters(SPELLING, of -> of.term(term -> term.field(TEXT_WORDS).size(1)
                        .suggestMode(SuggestMode.Missing).prefixLength(0).minWordLength(SHORTEST_CORRECTED)
                        .maxEdits(2))));
    }
}
