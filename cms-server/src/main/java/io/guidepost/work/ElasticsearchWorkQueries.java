package io.guidepost.work;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import io.guidepost.work.WorkQuery.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of working copies, as queries. */
final class ElasticsearchWorkQueries {

    private ElasticsearchWorkQueries() {}

    /** All but type and state, which the counts leave out in turn. */
    static Query of(Filters filters) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        all.filter(is("trashed", filters.trash()));
        if (!filters.live().isEmpty()) {
            all.filter(among("live", filters.live().stream().map(LiveState::key).toList()));
        }
        PersonId person = filters.person();
        if (person != null) {
            all.filter(any(filters.as().stream().map(as -> is(as.field(), person.value())).toList()));
        }
        if (filters.since() != null || filters.before() != null) {
            all.filter(changed(filters.since(), filters.before()));
        }
        if (filters.problem() != null) {
            problem(all, filters.problem());
        }
        whose(all, filters.whose());
        if (!filters.text().isEmpty()) {
            ElasticsearchWords.require(all, filters.text());
        }
        return all.build()._toQuery();
    }

    /** One of some values, or anything where there are none. */
    static Query oneOf(String field, Collection<String> values) {
        return values.isEmpty() ? Query.of(query -> query.matchAll(all -> all)) : among(field, values);
    }

    private static void problem(BoolQuery.Builder all, String problem) {
        switch (problem) {
            case "any" -> all.mustNot(is("problems", 0));
            case "none" -> all.filter(is("problems", 0));
            default -> all.filter(is("problemCodes", problem));
        }
    }

    private static void whose(BoolQuery.Builder all, Whose whose) {
        switch (whose) {
            case Whose.Everything() -> {
                // No more to ask for.
            }
            case Whose.Mine(PersonId person) -> all
                    .mustNot(is("state", "Approved"))
                    .filter(any(List.of(is("authors", person.value()), is("submittedBy", person.value()))));
            case Whose.ToReview review -> {
                String person = review.person().value();
                List<Query> asked = new ArrayList<>(List.of(is("anybody", true), is("reviewers", person)));
                if (!review.roles().isEmpty()) {
                    asked.add(among("reviewerRole", review.roles().stream().map(Role::key).toList()));
                }
                all.filter(is("state", "InReview")).filter(any(asked)).mustNot(is("approvedBy", person));
                if (!review.ownToo()) {
                    all.mustNot(is("authors", person));
                }
            }
        }
    }

    private static Query changed(@Nullable Instant since, @Nullable Instant before) {
        return Query.of(query -> query.range(range -> range.longNumber(number -> {
            number.field("changed");
            if (since != null) {
                number.gte(since.toEpochMilli());
            }
            return before == null ? number : number.lt(before.toEpochMilli());
        })));
    }

    /** Whatever one of some queries finds, the better the more of them do. */
    static Query any(List<Query> queries) {
        return QueryBuilders.bool().should(queries).minimumShouldMatch("1").build()._toQuery();
    }

    private static Query among(String field, Collection<String> values) {
        List<FieldValue> terms = values.stream().sorted().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(of -> of.field(field).terms(list -> list.value(terms))));
    }

    private static Query is(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static Query is(String field, boolean value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static Query is(String field, long value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }
}
