package io.guidepost.search;

import static io.guidepost.search.SearchedPages.faq;
import static io.guidepost.search.SearchedPages.guide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guidepost.embedded.TestElasticsearch;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.guidepost.index.Entry;
import io.guidepost.index.IndexDefinition;
import io.guidepost.release.FakeLiveSites.Published;
import io.guidepost.search.Facets.Count;
import io.guidepost.search.Facets.MonthsCount;
import io.guidepost.search.Facets.PayCount;
import io.guidepost.search.Highlight.Part;
import io.guidepost.search.Highlight.Place;
import io.guidepost.search.SearchFilter.Pay;
import io.guidepost.search.Suggestions.Suggestion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors search for, and what they find, on any Elasticsearch. */
abstract class SearchStories {

    private static final List<List<String>> SYNONYMS = List.of(List.of("resume", "CV", "curriculum vitae"),
            List.of("AI", "artificial intelligence", "machine learning"), List.of("UX", "user experience"),
            List.of("IT", "information technology"), List.of("PM", "product manager"),
            List.of("PM", "project manager"));

    private final SearchedPages pages = new SearchedPages();
    private SearchFollower follower;
    private IndexedSiteSearch search;

    abstract ElasticsearchClient client();

    @BeforeEach
    void publish() {
        pages.publish(
                guide("data-analyst", "data analyst", "Turn raw numbers into decisions that teams can act on.",
                        "An analyst cleans spreadsheets, writes queries and analyzes what customers do. {{percent of"
                                + " main-motivation career-growth}} agree.",
                        List.of("SQL", "Statistics"), "USD", 62_000, 9),
                guide("data-engineer", "data engineer", "Build the pipelines that data flows through.",
                        "Engineers move tables from one store to another, reliably and every night.",
                        List.of("SQL", "Python"), "USD", 85_000, 14),
                guide("ux-designer", "UX designer", "Shape how products feel in the hand.",
                        "Interviews, sketches and prototypes fill the week. A portfolio counts for more than a degree.",
                        List.of("Prototyping", "Interviewing"), "USD", 70_000, 6),
                guide("ai-specialist", "AI specialist", "Bring models to work inside a business.",
                        "Learning machines need care: prompts, evaluations and guard rails.",
                        List.of("Python", "Prompt design"), "USD", 95_000, 18),
                guide("nurse", "nurse", "Care for patients on a ward.",
                        "Shifts are long. Night shifts pay more, and the licence takes an exam.",
                        List.of("Patient care"), "GBP", 29_000, 36),
                guide("patissier", "p\u00e2tissier", "Bake for a living in a small kitchen.",
                        "Croissants, cr\u00e8me br\u00fbl\u00e9e and early mornings.", List.of("Baking"), "EUR", 24_000,
                        3),
                guide("translator", "\u05de\u05ea\u05e8\u05d2\u05dd", "Carry meaning between languages.",
                        "Hebrew is written from right to left.", List.of("Languages"), "EUR", 31_000, 12),
                faq("faq-degree", "Do I need a degree?",
                        "Most hiring managers look at what you have built. A degree helps a data analyst a little."),
                faq("faq-resume", "How do I write my r\u00e9sum\u00e9?",
                        "Lead with results. Keep it to one page & mention <b>tools</b> that you used."),
                faq("faq-experience", "What if I have no user experience work to show?",
                        "Redesign something that you use every day."));
        ElasticsearchSearchIndex index = new ElasticsearchSearchIndex(client(), Clock.systemUTC(),
                TestElasticsearch.alias("search"));
        follower = new SearchFollower(pages.sites, index, new SearchedSite(SearchedPages.MODEL, pages.sites),
                Clock.systemUTC());
        search = new IndexedSiteSearch(index, follower, () -> SYNONYMS, pages.sites);
        follower.tick();
    }

    private SearchResults search(String text, SearchFilter filter) {
        SearchResults results = search.search(new SiteQuery(text, filter, 0, 10));
        assertThat(results.degraded()).isFalse();
        return results;
    }

    private List<String> found(String text) {
        SearchResults results = search(text, SearchFilter.NONE);
        List<String> ids = results.hits().stream().map(SearchHit::id).toList();
        assertThat(results.total()).isEqualTo(ids.size());
        return ids;
    }

    private List<String> shown(String text, String id, Place place) {
        return search(text, SearchFilter.NONE).hits().stream().filter(hit -> hit.id().equals(id))
                .flatMap(hit -> hit.highlights().stream()).filter(highlight -> highlight.place() == place)
                .map(highlight -> highlight.parts().stream().map(Part::text).collect(Collectors.joining())).toList();
    }

    private List<List<String>> marked(String text, String id, Place place) {
        return search(text, SearchFilter.NONE).hits().stream().filter(hit -> hit.id().equals(id))
                .flatMap(hit -> hit.highlights().stream()).filter(highlight -> highlight.place() == place)
                .map(highlight -> highlight.parts().stream().filter(Part::hit).map(Part::text).toList()).toList();
    }

    @Test
    void a_title_is_found_before_what_only_mentions_it() {
        assertThat(found("data analyst")).startsWith("data-analyst").contains("faq-degree");
        assertThat(found("degree")).containsExactly("faq-degree", "ux-designer");
    }

    @Test
    void a_typo_is_forgiven_and_what_was_meant_is_marked() {
        assertThat(found("anlyst")).startsWith("data-analyst");
        assertThat(found("protoypes")).containsExactly("ux-designer");
        assertThat(marked("enginer", "data-engineer", Place.TITLE)).containsExactly(List.of("engineer"));
    }

    @Test
    void letters_that_changed_places_are_forgiven() {
        assertThat(found("nusre")).containsExactly("nurse");
        assertThat(found("desinger")).containsExactly("ux-designer");
    }

    @Test
    void one_is_found_by_many_and_many_by_one() {
        assertThat(found("nurses")).containsExactly("nurse");
        assertThat(found("pipeline")).containsExactly("data-engineer");
    }

    @Test
    void other_forms_of_a_word_are_found() {
        assertThat(found("analyzing")).contains("data-analyst");
        assertThat(found("redesigned")).contains("faq-experience");
        assertThat(marked("interviewing", "ux-designer", Place.TEXT))
                .containsExactlyInAnyOrder(List.of("Interviews"), List.of("Interviewing"));
    }

    @Test
    void the_last_word_may_be_unfinished_and_no_other() {
        assertThat(found("proto")).containsExactly("ux-designer");
        assertThat(found("proto ")).isEmpty();
        assertThat(found("proto the")).isEmpty();
        assertThat(found("nurse war nurse")).isEmpty();
        assertThat(found("data an")).startsWith("data-analyst");
        assertThat(found("th")).contains("data-engineer");
        assertThat(marked("pipel", "data-engineer", Place.SUMMARY)).containsExactly(List.of("pipelines"));
    }

    @Test
    void a_synonym_finds_what_says_it_in_another_way() {
        assertThat(found("CV")).containsExactly("faq-resume");
        assertThat(found("curriculum vitae")).containsExactly("faq-resume");
        assertThat(marked("cv", "faq-resume", Place.TITLE)).containsExactly(List.of("r\u00e9sum\u00e9"));
    }

    @Test
    void a_synonym_of_several_words_is_taken_as_one() {
        assertThat(found("machine learning")).startsWith("ai-specialist");
        assertThat(found("user experiences designer")).startsWith("ux-designer");
    }

    @Test
    void an_acronym_is_found_itself_and_written_out() {
        assertThat(found("ux")).containsExactlyInAnyOrder("ux-designer", "faq-experience");
        assertThat(found("AI")).containsExactly("ai-specialist");
    }

    @Test
    void a_phrase_in_quotes_is_found_as_it_stands() {
        assertThat(found("\"night shifts\"")).containsExactly("nurse");
        assertThat(found("\u201cshifts night\u201d")).isEmpty();
        assertThat(found("\"night shifts\" licence")).containsExactly("nurse");
        assertThat(found("\"nurse")).as("a quote that is not closed").containsExactly("nurse");
        assertThat(found("\"night shift\"")).as("in another form").isEmpty();
        assertThat(found("\"of the\"")).isEmpty();
        assertThat(found("\"on a ward\"")).containsExactly("nurse");
        assertThat(found("the \"night shifts\" and")).containsExactly("nurse");
        assertThat(found("\"CREME brulee\"")).containsExactly("patissier");
        assertThat(marked("\"night shifts\"", "nurse", Place.TEXT)).containsExactly(List.of("Night shifts"));
    }

    @Test
    void nonsense_finds_nothing_and_nothing_is_made_of_it() {
        SearchResults results = search("xqzzvw bbkjq", SearchFilter.NONE);

        assertThat(results.hits()).isEmpty();
        assertThat(results.total()).isZero();
        assertThat(results.facets()).isEqualTo(Facets.NONE);
        assertThat(results.didYouMean()).isNull();
    }

    @Test
    void what_finds_nothing_is_spelled_in_a_way_that_does() {
        SearchResults results = search("gatient cere", SearchFilter.NONE);

        assertThat(results.hits()).isEmpty();
        assertThat(results.didYouMean()).isEqualTo("patient care");
        assertThat(search("gurse", SearchFilter.NONE).didYouMean()).as("it stands in titles alone").isEqualTo("nurse");
        assertThat(found("patient care")).contains("nurse");
    }

    @Test
    void of_ten_thousand_characters_the_beginning_is_searched_for() {
        SearchResults results = search("nurse " + "patient care ".repeat(1_000), SearchFilter.NONE);

        assertThat(results.cut()).isTrue();
        assertThat(results.hits()).extracting(SearchHit::id).containsExactly("nurse");
        assertThat(search("nurse", SearchFilter.NONE).cut()).isFalse();
        assertThat(search("\ud83d\udc69\u200d\u2695\ufe0f".repeat(2_000), SearchFilter.NONE).cut()).isTrue();
        assertThat(search("x".repeat(10_000), SearchFilter.NONE).hits()).isEmpty();
        assertThat(search("word".repeat(2).concat(" ").repeat(1_000), SearchFilter.NONE).hits()).isEmpty();
    }

    @Test
    void words_that_say_nothing_are_found_as_they_stand_together() {
        assertThat(found("to a")).isEmpty();
        assertThat(found("how to become a")).contains("nurse", "data-analyst").doesNotContain("faq-degree");
        assertThat(found("on a")).containsExactly("nurse");
        assertThat(found("the nurse")).containsExactly("nurse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d\ude80", "\ud83d\udc69\u200d\u2695\ufe0f \ud83c\udf70", "!!!", "\u0000\u0007",
        "*:* AND (", "title:[* TO *]",
        "\\", "\"", "\"\"", "q\uD800", "~1000", "{{", "\u200f"})
    void what_is_no_word_finds_nothing_and_does_no_harm(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void words_among_what_is_none_are_found() {
        assertThat(found("nurse \ud83d\ude80")).containsExactly("nurse");
        assertThat(found("(nurse) AND nurse~")).contains("nurse");
        assertThat(found("+nurse -ward")).containsExactly("nurse");
    }

    @Test
    void text_from_right_to_left_is_found() {
        assertThat(found("\u05de\u05ea\u05e8\u05d2\u05dd")).containsExactly("translator");
        assertThat(found("\u0645\u0631\u062d\u0628\u0627")).isEmpty();
        assertThat(marked("\u05de\u05ea\u05e8\u05d2\u05dd", "translator", Place.TITLE))
                .containsExactly(List.of("\u05de\u05ea\u05e8\u05d2\u05dd"));
    }

    @Test
    void accents_and_capitals_do_not_matter() {
        assertThat(found("resume")).containsExactly("faq-resume");
        assertThat(found("R\u00c9SUM\u00c9")).containsExactly("faq-resume");
        assertThat(found("PATISSIER")).containsExactly("patissier");
        assertThat(found("creme brulee")).containsExactly("patissier");
        assertThat(marked("resume", "faq-resume", Place.TITLE)).containsExactly(List.of("r\u00e9sum\u00e9"));
        assertThat(found("re\u0301sume\u0301")).as("accents as characters of their own").containsExactly("faq-resume");
    }

    @Test
    void words_of_other_scripts_are_found_as_they_are_written() {
        List<String> titles = List.of("\u0623\u0633\u062a\u0627\u0630", "\ub370\uc774\ud130 \ubd84\uc11d\uac00",
                "\u0939\u093f\u0928\u094d\u0926\u0940", "\u0434\u0438\u0437\u0430\u0439\u043d\u0435\u0440",
                "\u304c\u304f");
        pages.publish(IntStream.range(0, titles.size()).mapToObj(number -> faq("script-" + number, titles.get(number),
                "-")).toArray(Published[]::new));
        follower.tick();

        for (int number = 0; number < titles.size(); number++) {
            assertThat(found(titles.get(number))).as(titles.get(number)).containsExactly("script-" + number);
            assertThat(suggested(titles.get(number))).containsExactly(titles.get(number));
        }
    }

    @Test
    void possessives_and_numbers_are_found() {
        pages.publish(faq("faq-masters", "Do I need a master\u2019s degree?", "Few do. It costs 50,000 and more."));
        follower.tick();

        assertThat(found("master degree")).startsWith("faq-masters");
        assertThat(found("masters")).containsExactly("faq-masters");
        assertThat(found("50,000")).containsExactly("faq-masters");
        assertThat(found("50000")).as("with a comma forgotten").containsExactly("faq-masters");
    }

    @Test
    void an_acronym_that_is_a_word_of_another_kind_is_found_in_titles() {
        pages.publish(faq("faq-it", "Which IT skills count?", "It depends."), faq("faq-computing",
                "What is taught in information technology?", "A lot."));
        follower.tick();

        assertThat(found("IT")).containsExactlyInAnyOrder("faq-it", "faq-computing");
        assertThat(found("information technology ")).containsExactly("faq-computing", "faq-it");
    }

    @Test
    void markup_is_text_like_any_other() {
        assertThat(found("<q>tools</q>")).isEmpty();
        assertThat(found("<b>tools</b>")).containsExactly("faq-resume");

        SearchHit hit = search("tools", SearchFilter.NONE).hits().getFirst();

        assertThat(hit.id()).isEqualTo("faq-resume");
        assertThat(hit.highlights().getFirst().parts()).contains(new Part("tools", true));
        assertThat(hit.highlights().getFirst().parts().stream().map(Part::text).collect(Collectors.joining()))
                .contains("Keep it to one page & mention <b>tools</b> that you used.");
    }

    @Test
    void figures_are_not_among_the_words() {
        assertThat(found("motivation")).isEmpty();
        assertThat(found("percent")).isEmpty();
        assertThat(found("career growth")).isEmpty();
    }

    @Test
    void what_is_shown_never_goes_on_beyond_the_end_of_a_paragraph() {
        pages.publish(faq("faq-oven", "Which oven?", """
                Buy a brick kiln

                The kiln heats slowly

                - A kiln door
                - No kiln window"""), guide("baker", "baker", "Rise.", "A kiln glows", List.of("Kiln care"), "EUR",
                20_000, 3));
        follower.tick();

        assertThat(shown("kiln", "faq-oven", Place.TEXT)).hasSize(2)
                .isSubsetOf("Buy a brick kiln", "The kiln heats slowly", "A kiln door", "No kiln window");
        assertThat(shown("kiln", "baker", Place.TEXT)).containsExactlyInAnyOrder("A kiln glows", "Kiln care");
        assertThat(shown("baker rise", "baker", Place.SUMMARY)).hasSize(1)
                .isSubsetOf("How to become a baker", "Rise.");
        assertThat(found("\"glows kiln\"")).as("a phrase is not found across paragraphs").isEmpty();
    }

    @Test
    void what_is_shown_has_an_ellipsis_where_a_figure_was() {
        pages.publish(faq("faq-pay", "Why change?", """
                Because {{percent priority/earn-more}} of the brewers want it; among apprentices it is \
                {{percent priority/earn-more of student}}.

                {{percent priority/own-business}} dream of a tavern"""),
                guide("brewer", "brewer", "Make beer.", "Based on answers of {{respondents}}+ brewers", List.of(),
                        "EUR", 20_000, 3));
        follower.tick();

        assertThat(shown("brewers", "faq-pay", Place.TEXT))
                .containsExactly("Because \u2026 of the brewers want it; among apprentices it is \u2026");
        assertThat(shown("tavern", "faq-pay", Place.TEXT)).containsExactly("\u2026 dream of a tavern");
        assertThat(shown("brewers", "brewer", Place.TEXT)).as("nothing but how many there are").isEmpty();
        assertThat(found("answers")).doesNotContain("brewer");
    }

    @Test
    void a_long_sentence_is_shown_in_part_and_says_so() {
        String before = "If you ask me what they do all day long, then I shall have to tell you that nobody has ever asked them, "
                + "and that all who think that they know have only heard of it from somebody who had it from somebody else at a fair, ";
        pages.publish(faq("faq-smith", "What now?", before + "but a farrier shoes horses, which is" + " much".repeat(40)
                + " as it seems."));
        follower.tick();

        assertThat(shown("farrier", "faq-smith", Place.TEXT)).singleElement().asString()
                .startsWith("\u2026 ").contains(" but a farrier shoes horses, which is much").endsWith(" \u2026");
        assertThat(marked("farrier", "faq-smith", Place.TEXT)).containsExactly(List.of("farrier"));
    }

    @Test
    void what_an_older_version_indexed_is_shown_line_by_line() {
        String alias = TestElasticsearch.alias("search");
        ElasticsearchSearchIndex index = new ElasticsearchSearchIndex(client(), Clock.systemUTC(), alias);
        index.create();
        index.put(List.of(new Entry("old", "old@1", Map.of("id", "old", "stamp", "old@1", "type", "Faq", "name", "old",
                "title", "Old", "text", "A kiln glows\nThe kiln and another kiln\nNothing"))));
        index.refresh();

        assertThat(index.search(TypedText.of("kiln", SynonymGroups.NONE), SearchFilter.NONE, List.of(), 0, 10).hits())
                .singleElement().extracting(hit -> hit.highlights().getFirst().parts().stream().map(Part::text)
                        .collect(Collectors.joining()))
                .isEqualTo("The kiln and another kiln");
    }

    @Test
    void most_words_of_many_are_enough() {
        assertThat(found("analyst who writes queries remotely")).startsWith("data-analyst");
        assertThat(found("nurse prototypes")).isEmpty();
    }

    @Test
    void nothing_typed_gives_all_by_title_and_what_they_can_be_narrowed_down_by() {
        SearchResults all = search("  ", SearchFilter.NONE);

        assertThat(all.total()).isEqualTo(10);
        assertThat(all.hits()).extracting(SearchHit::id).startsWith("ai-specialist", "data-analyst", "data-engineer")
                .endsWith("translator");
        assertThat(all.hits()).allMatch(hit -> hit.highlights().isEmpty());
        assertThat(all.facets().types()).containsExactly(new Count("RoleGuide", 7), new Count("Faq", 3));
        assertThat(all.facets().skills()).startsWith(new Count("Python", 2), new Count("SQL", 2),
                new Count("Baking", 1));
    }

    @Test
    void guides_are_narrowed_down_by_all_the_skills_that_are_chosen() {
        SearchResults results = search("", new SearchFilter(Set.of(), List.of("SQL", "Python"), null, null));

        assertThat(results.hits()).extracting(SearchHit::id).containsExactly("data-engineer");
        assertThat(search("", new SearchFilter(Set.of(), List.of("sql"), null, null)).hits()).isEmpty();
    }

    @Test
    void types_are_chosen() {
        assertThat(search("degree", new SearchFilter(Set.of("Faq"), List.of(), null, null)).hits())
                .extracting(SearchHit::id).containsExactly("faq-degree");
    }

    @Test
    void pay_is_counted_in_round_steps_whatever_pay_is_chosen() {
        SearchFilter filter = new SearchFilter(Set.of(), List.of(), new Pay("USD", 70_000, 90_000), null);

        SearchResults results = search("", filter);

        assertThat(results.hits()).extracting(SearchHit::id).containsExactly("data-engineer", "ux-designer");
        assertThat(results.facets().pay()).containsExactly(new PayCount("USD", 60_000, 70_000, 1), new PayCount("USD",
                70_000, 80_000, 1), new PayCount("USD", 80_000, 90_000, 1), new PayCount("USD", 90_000, 100_000, 1),
                new PayCount("EUR", 24_000, 26_000, 1), new PayCount("EUR", 30_000, 32_000, 1), new PayCount("GBP",
                        28_000, 30_000, 1));
        assertThat(results.facets().types()).containsExactly(new Count("RoleGuide", 2));
        assertThat(results.facets().months()).extracting(MonthsCount::from, MonthsCount::to, MonthsCount::count)
                .containsExactly(tuple(4, 6, 1L), tuple(13, 24, 1L));
    }

    @Test
    void months_are_counted_whatever_months_are_chosen() {
        SearchResults results = search("", new SearchFilter(Set.of(), List.of(), null, 9));

        assertThat(results.hits()).extracting(SearchHit::id).containsExactly("data-analyst", "patissier",
                "ux-designer");
        assertThat(results.facets().months()).containsExactly(new MonthsCount(0, 3, 1), new MonthsCount(4, 6, 1),
                new MonthsCount(7, 12, 2), new MonthsCount(13, 24, 2), new MonthsCount(25, null, 1));
        assertThat(results.facets().pay()).extracting(PayCount::currency).containsExactly("USD", "USD", "EUR");
    }

    @Test
    void pages_hold_every_hit_once() {
        pages.publish(IntStream.range(0, 40).mapToObj(number -> faq("q-" + number, "What does a welder do? " + number,
                "The same.")).toArray(Published[]::new));
        follower.tick();
        List<String> seen = new ArrayList<>();

        for (int offset = 0; offset < 40; offset += 7) {
            SearchResults page = search.search(new SiteQuery("welder", SearchFilter.NONE, offset, 7));
            assertThat(page.total()).isEqualTo(40);
            page.hits().forEach(hit -> seen.add(hit.id()));
        }

        assertThat(seen).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void what_was_withdrawn_is_never_found() {
        pages.withdraw("nurse");

        assertThat(found("nurse")).as("before the index knows").isEmpty();
        assertThat(search("", SearchFilter.NONE).total()).isEqualTo(9);
        assertThat(search("", SearchFilter.NONE).facets().skills()).extracting(Count::value).doesNotContain(
                "Patient care").contains("Baking");
        assertThat(search.suggest("nur", 5).suggestions()).isEmpty();
        follower.tick();
        assertThat(found("nurse")).isEmpty();
    }

    @Test
    void words_that_a_document_no_longer_has_are_never_shown() {
        pages.publish(guide("nurse", "nurse", "Look after people.", "Days are long.", List.of(), "GBP", 29_000, 36));

        assertThat(search("exam", SearchFilter.NONE).hits()).as("before the index knows")
                .allMatch(hit -> hit.highlights().isEmpty());
        follower.tick();
        assertThat(found("exam")).isEmpty();
        assertThat(found("look after people")).containsExactly("nurse");
    }

    @Test
    void the_index_of_an_older_version_is_searched_as_far_as_it_goes() {
        String alias = TestElasticsearch.alias("search");
        IndexDefinition present = IndexDefinition.of("/guidepost/search/site.json", 1, Map.of());
        IndexDefinition older = new IndexDefinition(present.json().replace("\"strict\"", "false")
                .replace("\"skills\"", "\"abilities\"").replace("\"pay\"", "\"wage\"")
                .replace("\"months\"", "\"weeks\""), "0123456789ab");
        ElasticsearchSearchIndex old = new ElasticsearchSearchIndex(client(), Clock.systemUTC(), alias, older);
        new SearchFollower(pages.sites, old, new SearchedSite(SearchedPages.MODEL, pages.sites), Clock.systemUTC())
                .tick();
        ElasticsearchSearchIndex index = new ElasticsearchSearchIndex(client(), Clock.systemUTC(), alias);
        index.create();

        assertThat(index.borrow()).isTrue();

        SearchResults results = index.search(TypedText.of("nurse", SynonymGroups.NONE), SearchFilter.NONE, List.of(), 0,
                10);
        assertThat(results.hits()).extracting(SearchHit::id).containsExactly("nurse");
        assertThat(results.facets().types()).containsExactly(new Count("RoleGuide", 1));
        assertThat(results.facets().skills()).isEmpty();
        assertThat(index.search(TypedText.of("nurse", SynonymGroups.NONE), new SearchFilter(Set.of(), List.of(), null,
                40), List.of(), 0, 10).hits()).as("a filter that it does not have finds nothing").isEmpty();
    }

    @Test
    void titles_are_suggested_while_they_are_typed() {
        assertThat(suggested("da")).containsExactly("data analyst", "data engineer");
        assertThat(suggested("data e")).containsExactly("data engineer");
        assertThat(suggested("anal")).containsExactly("data analyst");
        assertThat(suggested("PAT")).containsExactly("p\u00e2tissier");
        assertThat(suggested("degr")).containsExactly("Do I need a degree?");
        assertThat(suggested("r\u00e9s")).containsExactly("How do I write my r\u00e9sum\u00e9?");
        assertThat(suggested("do")).as("guides first").isNotEmpty();
    }

    @Test
    void a_typo_is_forgiven_in_what_is_being_typed() {
        assertThat(suggested("dtaa an")).containsExactly("data analyst");
        assertThat(suggested("dzza an")).isEmpty();
        assertThat(suggested("dzta an")).containsExactly("data analyst");
        assertThat(suggested("desinger")).containsExactly("UX designer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\ud83d\ude80", "\"", "*", "zzzz"})
    void nothing_is_suggested_for_what_begins_no_word(String prefix) {
        assertThat(suggested(prefix)).isEmpty();
    }

    private List<String> suggested(String prefix) {
        Suggestions suggestions = search.suggest(prefix, 5);
        assertThat(suggestions.degraded()).isFalse();
        return suggestions.suggestions().stream().map(Suggestion::text).toList();
    }
}
