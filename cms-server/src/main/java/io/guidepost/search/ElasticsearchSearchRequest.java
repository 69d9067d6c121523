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
import io.guidepost.index.Searched;
import io.guidepost.search.SearchFilter.Pay;
import io.guidepost.search.TypedText.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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
    private static final String CURRENCY = "currency";
    static final String AMOUNTS = "amounts";
    static final String CHOSEN = "chosen";
    static final String SPELLING = "spelling";

    /** Bounds between months to enter: each is the first month of a step. */
    private static final List<Integer> MONTH_STEPS = List.of(0, 4, 7, 13, 25);
    private static final int SKILL_COUNT = 20;
    private static final int CURRENCY_COUNT = 20;
    private static final int PAY_COUNT = 1_000;
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

    private final Searched searched;
    private final TypedText typed;
    private final SearchFilter filter;
    private final Collection<String> gone;

    /**
     * A search.
     *
     * @param searched where to search; what the index there does not have is not asked for
     * @param gone ids of documents that are not to be found
     */
    ElasticsearchSearchRequest(Searched searched, TypedText typed, SearchFilter filter, Collection<String> gone) {
        this.searched = searched;
        this.typed = typed;
        this.filter = filter;
        this.gone = gone;
    }

    /** Asks how many hits there are, and nothing else. */
    SearchRequest count() {
        return SearchRequest.of(request -> request.index(searched.index()).size(0)
                .trackTotalHits(hits -> hits.enabled(true)).query(query()).postFilter(all(pay(), months())));
    }

    /** Asks for titles with words that begin so, but for those of some documents. */
    static SearchRequest suggest(String index, String prefix, Collection<String> gone, int limit) {
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
                        .must(must -> must.disMax(any -> any.queries(ways))).mustNot(without(gone))
                        .should(should -> should.constantScore(same -> same.boost(GUIDES_FIRST)
                                .filter(of -> of.term(type -> type.field("type").value(SearchedSite.GUIDE)))))))
                .sort(by -> by.score(score -> score.order(SortOrder.Desc)))
                .sort(by -> by.field(field -> field.field("name").order(SortOrder.Asc)))
                .sort(by -> by.field(field -> field.field("id").order(SortOrder.Asc))));
    }

    /** Asks for hits. */
    SearchRequest hits(int offset, int limit) {
        Query pay = pay();
        Query months = months();
        return SearchRequest.of(request -> {
            request.index(searched.index()).from(offset).size(limit).source(source -> source.fetch(false))
                    .docvalueFields(field -> field.field("id")).docvalueFields(field -> field.field("stamp"))
                    .trackTotalHits(hits -> hits.enabled(true)).query(query()).postFilter(all(pay, months))
                    .aggregations(TYPES, among(all(pay, months), Aggregation.of(types -> types
                            .terms(terms -> terms.field("type")))));
            if (searched.has(SKILLS)) {
                request.aggregations(SKILLS, among(all(pay, months), Aggregation.of(skills -> skills
                        .terms(terms -> terms.field(SKILLS).size(SKILL_COUNT).order(NamedValue.of("_count",
                                SortOrder.Desc), NamedValue.of("_key", SortOrder.Asc))))));
            }
            if (searched.has(CURRENCY) && searched.has(PAY)) {
                request.aggregations(PAY, among(months, Aggregation.of(currencies -> currencies
                        .terms(terms -> terms.field(CURRENCY).size(CURRENCY_COUNT))
                        .aggregations(AMOUNTS, amounts -> amounts
                                .terms(terms -> terms.field(PAY).size(PAY_COUNT))))));
            }
            if (searched.has(MONTHS)) {
                request.aggregations(MONTHS, among(pay, monthSteps()));
            }
            if (!typed.isEmpty()) {
                request.sort(by -> by.score(score -> score.order(SortOrder.Desc))).highlight(highlight());
                if (searched.has("spelling")) {
                    request.suggest(spelling());
                }
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
            range.field(MONTHS);
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
        filter.skills().forEach(skill -> chosen.add(term(SKILLS, skill)));
        return BoolQuery.of(bool -> typed.isEmpty()
                ? bool.filter(chosen).mustNot(without(gone))
                : bool.filter(chosen).mustNot(without(gone)).must(words()).should(lifts()))._toQuery();
    }

    private static List<Query> without(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : List.of(Query.of(query -> query.terms(terms -> terms.field("id").terms(values -> values
                        .value(ids.stream().map(FieldValue::of).toList())))));
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private Query pay() {
        Pay pay = filter.pay();
        if (pay == null) {
            return all();
        }
        return all(term(CURRENCY, pay.currency()), Query.of(query -> query.range(range -> range
                .number(number -> number.field(PAY).gte(number(pay.atLeast())).lt(number(pay.below()))))));
    }

    private Query months() {
        Integer most = filter.monthsAtMost();
        return most == null
                ? all()
                : Query.of(query -> query.range(range -> range
                        .number(number -> number.field(MONTHS).lte(number(most)))));
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
        typed.phrases().forEach(phrase -> wanted.add(best(asTyped(phrase))));
        boolean tellsNothing = typed.units().stream().allMatch(unit -> unit.synonyms().isEmpty() && unit
                .saysNothing());
        if (!tellsNothing) {
            wanted.add(BoolQuery.of(bool -> bool.should(typed.units().stream().map(this::unit).toList())
                    .minimumShouldMatch(MOST_WORDS))._toQuery());
        } else if (wanted.isEmpty() && !typed.units().isEmpty()) {
            List<Query> ways = new ArrayList<>(inTitle(together()));
            ways.add(phrase(SUMMARY_WORDS, together(), 0, 3));
            if (typed.units().size() == 1 && isUnfinished(typed.units().getFirst())) {
                ways.addAll(beginning(together()));
            }
            wanted.add(best(ways));
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

    /** Words in a row, as they are. */
    private static List<Query> asTyped(String words) {
        return List.of(phrase(TITLE_WORDS, words, 0, 6), phrase(SUMMARY_WORDS, words, 0, 3),
                phrase(TEXT_WORDS, words, 0,
                        1));
    }

    /** Words of which none has a stem, as {@code IT}: they stand all over a text and mean something else. */
    private static List<Query> inTitle(String words) {
        return List.of(phrase(TITLE_WORDS, words, 0, 6));
    }

    /** Words that mean one thing, in a row. */
    private static List<Query> named(String words) {
        return Words.of(words).stream().allMatch(Words::saysNothing) ? inTitle(words) : row(words, 0);
    }

    private static Query phrase(String field, String words, int slop, float boost) {
        return Query.of(query -> query
                .matchPhrase(phrase -> phrase.field(field).query(words).slop(slop).boost(boost)));
    }

    private Query unit(Unit unit) {
        List<Query> ways = new ArrayList<>();
        if (unit.saysNothing()) {
            ways.addAll(inTitle(unit.text()));
        } else if (unit.words().size() == 1) {
            ways.addAll(word(unit.text()));
        } else {
            ways.addAll(row(unit.text(), 1));
        }
        if (isUnfinished(unit)) {
            ways.addAll(beginning(unit.text()));
        }
        for (String synonym : unit.synonyms()) {
            ways.add(Query.of(query -> query.disMax(any -> any.queries(named(synonym)).boost(SYNONYM))));
        }
        return best(ways);
    }

    /** Whether a unit is the word that is being typed. */
    private boolean isUnfinished(Unit unit) {
        return unit.text().equals(typed.unfinished()) && unit.text().length() >= SHORTEST_BEGINNING;
    }

    /** Words that begin so; of one that says nothing itself, in titles alone. */
    private static List<Query> beginning(String word) {
        return Stream.of(TITLE_WORDS, SUMMARY_WORDS, TEXT_WORDS)
                .filter(field -> field.equals(TITLE_WORDS) || !Words.saysNothing(word))
                .map(field -> Query.of(query -> query.prefix(begin -> begin.field(field).value(word)
                        .boost(field.equals(TITLE_WORDS) ? 2 : BEGINNING))))
                .toList();
    }

    private static List<Query> word(String word) {
        List<Query> ways = new ArrayList<>();
        ways.add(Query.of(query -> query.multiMatch(match -> match.query(word).type(TextQueryType.BestFields)
                .fields(STEMMED).tieBreaker(0.1))));
        if (word.length() >= SHORTEST_TYPO) {
            ways.add(Query.of(query -> query.multiMatch(match -> match.query(word).type(TextQueryType.BestFields)
                    .fields(TYPED).fuzziness("AUTO:4,8").prefixLength(1).maxExpansions(EXPANSIONS))));
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
            lifts.addAll(row(together(), 2));
        }
        String unfinished = typed.unfinished();
        if (unfinished != null && Words.saysNothing(unfinished) && unfinished.length() >= SHORTEST_BEGINNING) {
            lifts.addAll(beginning(unfinished));
        }
        return lifts;
    }

    private String together() {
        return String.join(" ", typed.units().stream().map(Unit::text).toList());
    }

    /** Marks every passage that has words in it, whole: each is a value of its field. */
    private static Highlight highlight() {
        return Highlight.of(highlight -> highlight.type(HighlighterType.Unified).preTags(Marks.BEGIN)
                .postTags(Marks.END).order(HighlighterOrder.Score).numberOfFragments(0)
                .fields(marked(TITLE, TITLE_WORDS), marked(SUMMARY, SUMMARY_WORDS), marked(TEXT, TEXT_WORDS)));
    }

    private static NamedValue<HighlightField> marked(String stems, String words) {
        return NamedValue.of(stems, HighlightField.of(field -> field.matchedFields(stems, words)));
    }

    private Suggester spelling() {
        return Suggester.of(spelling -> spelling.text(String.join(" ", Words.of(typed.text())))
                .suggesters(SPELLING, of -> of.term(term -> term.field("spelling").size(1)
                        .suggestMode(SuggestMode.Missing).prefixLength(0).minWordLength(SHORTEST_CORRECTED)
                        .maxEdits(2))));
    }
}
