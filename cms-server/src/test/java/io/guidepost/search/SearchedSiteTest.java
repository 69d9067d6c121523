package io.guidepost.search;

import static io.guidepost.search.SearchedPages.faq;
import static io.guidepost.search.SearchedPages.guide;
import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.index.Entry;
import io.guidepost.release.FakeLiveSites.Published;
import io.guidepost.search.SearchIndex.Searchable;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SearchedSiteTest {

    private final SearchedPages pages = new SearchedPages();
    private final SearchedSite site = new SearchedSite(SearchedPages.MODEL, pages.sites);

    private Searchable entry(String id) {
        List<Entry> entries = site.entries(pages.sites.latest(), List.of(id));
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().id()).isEqualTo(id);
        assertThat(entries.getFirst().stamp()).isEqualTo(site.stamps(pages.sites.latest()).get(id));
        return (Searchable) entries.getFirst().document();
    }

    @Test
    void guides_and_faqs_are_searched_and_nothing_else() {
        pages.publish(guide("nurse", "nurse", "Care.", "Shifts.", List.of(), "GBP", 1, 1), faq("faq", "Is it hard?",
                "Yes."), new Published("Source", "source", "source", JsonMapper.shared().createObjectNode()));

        assertThat(site.stamps(pages.sites.latest())).containsOnlyKeys("nurse", "faq").containsEntry("nurse",
                "nurse@1");
    }

    @Test
    void a_guide_is_indexed_with_what_it_can_be_narrowed_down_by_and_says_nothing_twice() {
        pages.publish(guide("patissier", "p\u00e2tissier", "Bake for a living.",
                "Early *mornings*. {{percent a/b}} of us bake at night. {{percent a/c}}",
                List.of("Baking", " ", "Baking", "Patience"), "EUR", 24_000, 3));

        Searchable entry = entry("patissier");

        assertThat(entry.name()).isEqualTo("patissier");
        assertThat(entry.title()).isEqualTo("p\u00e2tissier");
        assertThat(entry.summary()).containsExactly("How to become a p\u00e2tissier", "Bake for a living.");
        assertThat(entry.text()).containsExactly("Early mornings. \u2026 of us bake at night.", "Baking", "Baking",
                "Patience", "EUR");
        assertThat(entry.skills()).containsExactly("Baking", "Patience");
        assertThat(entry.currency()).isEqualTo("EUR");
        assertThat(entry.pay()).isEqualTo(24_000);
        assertThat(entry.months()).isEqualTo(3);
    }

    @Test
    void an_faq_has_neither_pay_nor_skills() {
        pages.publish(faq("faq", "Is it hard?", "Yes, \ue000very\ue001."));

        Searchable entry = entry("faq");

        assertThat(entry.summary()).isEmpty();
        assertThat(entry.text()).containsExactly("Yes, very.");
        assertThat(entry.skills()).isEmpty();
        assertThat(entry.currency()).isNull();
        assertThat(entry.pay()).isNull();
        assertThat(entry.months()).isNull();
    }
}
