package io.guidepost.delivery.field;

import io.guidepost.delivery.field.Connection.Edge;
import io.guidepost.delivery.field.Connection.PageInfo;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import io.guidepost.search.Facets;
import io.guidepost.search.Highlight;
import io.guidepost.search.SearchHit;
import io.guidepost.search.SearchResults;
import io.guidepost.search.SiteQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param totalCount how many hits there are over all pages
 * @param edges the hits of the page, each with its cursor
 * @param pageInfo where the page is
 * @param facets what all hits can be narrowed down by
 * @param didYouMean what would find something; null: something was found, or nothing is close
 * @param cut whether only the beginning of what was typed was searched for
 * @param degraded whether the search engine was away, or takes nothing that is new
 */
record SearchPage(int totalCount, List<Edge> edges, PageInfo pageInfo, Facets facets, @Nullable String didYouMean,
        boolean cut, boolean degraded) {

    /** The hits of the page alone. */
    public List<Object> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /** A document that was found, as it is in the edition that is read. */
    record Hit(LiveDocument document, List<Highlight> highlights) {

        /** The document where it is of a type. */
        static FieldValue document(String type) {
            return (source, arguments, reading) -> {
                LiveDocument document = ((Hit) source).document();
                return document.type().equals(type) ? Documents.one(document, reading) : null;
            };
        }

        private static @Nullable Hit of(SearchHit found, Reading reading) {
            LiveDocument document = reading.byId(found.id());
            if (document == null) {
                return null;
            }
            return new Hit(document,
                    document.publication().equals(found.publication()) ? found.highlights() : List.of());
        }
    }

    /** The field of a query that asks for a page. */
    record Field() implements FieldValue {

        private static final int LARGEST_PAGE = 50;

        @Override
        public Object of(Object source, Map<String, Object> arguments, Reading reading) {
            int first = Arguments.first(arguments, LARGEST_PAGE);
            SearchQuestion question = SearchQuestion.of(arguments);
            int offset = question.offset(arguments.get("after"));
            int end = Math.min(offset + first, SearchQuestion.DEEPEST);
            SearchResults found = reading
                    .search(new SiteQuery(question.text(), question.filter(), offset, end - offset));
            return page(question, offset, end, found, reading);
        }

        private static SearchPage page(SearchQuestion question, int offset, int end, SearchResults found,
                Reading reading) {
            List<Edge> edges = new ArrayList<>(found.hits().size());
            for (int i = 0; i < found.hits().size(); i++) {
                Hit hit = Hit.of(found.hits().get(i), reading);
                if (hit != null) {
                    edges.add(new Edge(question.cursor(offset + i + 1), hit));
                }
            }
            boolean more = end < Math.min(found.total(), SearchQuestion.DEEPEST);
            // A page may be empty and yet not the last one: hits that are not live in the edition take their places.
            PageInfo pageInfo = new PageInfo(more, offset > 0, edges.isEmpty() ? null : edges.getFirst().cursor(),
                    more ? question.cursor(end) : edges.isEmpty() ? null : edges.getLast().cursor());
            return new SearchPage((int) Math.min(found.total(), Integer.MAX_VALUE), edges, pageInfo, found.facets(),
                    found.didYouMean(), found.cut(), found.degraded());
        }
    }
}
