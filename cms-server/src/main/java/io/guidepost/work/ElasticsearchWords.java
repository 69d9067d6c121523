package io.guidepost.work;

import static io.guidepost.work.ElasticsearchWorkQueries.any;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that are looked for, as queries: as they are, so that no character in them means anything, in other forms and mistyped, and the last
 * one unfinished as well. A word is compared with what stands there both by its stem, for other forms, and as it is written, since a mistyped
 * word has another stem.
 */
final class ElasticsearchWords {

    /** Of a longer text only its beginning is looked for. */
    private static final int LONGEST_TEXT = 256;
    /** In a longer text, or one of more words, none is taken for a mistyped one: each may stand for many that are spelt alike. */
    private static final int FORGIVING_TEXT = 90;
    private static final int FORGIVING_WORDS = 12;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final String SPACE = "\\s+";
    /** More than all else together can come to: what has the words comes before what has them mistyped. */
    private static final float AS_WRITTEN = 10_000f;

    private ElasticsearchWords() {}

    /** Has a query find only what has all the words of a text, the best first. */
    static void require(BoolQuery.Builder all, String text) {
        String words = cut(text);
        Query written = any(allOf(words, false));
        all.must(isForgiving(words) ? any(allOf(words, true)) : written);
        all.should(Query.of(query -> query.constantScore(same -> same.filter(written).boost(AS_WRITTEN))));
        all.should(Query.of(query -> query.match(match -> match.field("title").query(words).boost(4f))));
        all.should(Query.of(query -> query.matchPhrase(phrase -> phrase.field("title.exact").query(words).boost(6f))));
        all.should(Query.of(query -> query.matchPhrase(phrase -> phrase.field("text.exact").query(words).boost(2f))));
    }

    /** The words of a text where they stand in a field, for showing them. */
    static Query marks(String field, String text) {
        String words = cut(text);
        boolean typos = isForgiving(words);
        return any(List.of(match(field, words, Operator.Or, typos), match(exact(field), words, Operator.Or, typos),
                begins(field, words, Operator.Or)));
    }

    private static List<Query> allOf(String words, boolean typos) {
        List<Query> ways = new ArrayList<>(List.of(match("all", words, Operator.And, typos),
                begins("all", words, Operator.And)));
        if (isForgiving(words)) {
            ways.add(each(words.split(SPACE), typos));
        }
        return ways;
    }

    /** Each word in one way or another. */
    private static Query each(String[] words, boolean typos) {
        BoolQuery.Builder each = QueryBuilders.bool();
        for (int index = 0; index < words.length; index++) {
            String word = words[index];
            List<Query> ways = new ArrayList<>(List.of(match("all", word, Operator.And, typos),
                    match(exact("all"), word, Operator.And, typos)));
            if (index == words.length - 1) {
                ways.add(begins("all", word, Operator.And));
            }
            each.must(any(ways));
        }
        return each.build()._toQuery();
    }

    private static boolean isForgiving(String words) {
        return words.length() <= FORGIVING_TEXT && WORD.matcher(words).results().count() <= FORGIVING_WORDS;
    }

    private static Query match(String field, String words, Operator operator, boolean typos) {
        return Query.of(query -> query.match(match -> {
            match.field(field).query(words).operator(operator);
            return typos ? match.fuzziness("AUTO").prefixLength(1).maxExpansions(20) : match;
        }));
    }

    /** The words as they stand, of which the last may be unfinished. */
    private static Query begins(String field, String words, Operator operator) {
        return Query.of(query -> query.matchBoolPrefix(match -> match.field(exact(field)).query(words)
                .operator(operator)));
    }

    private static String exact(String field) {
        return field + ".exact";
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST_TEXT);
        int end = space > 0 ? space : LONGEST_TEXT;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
