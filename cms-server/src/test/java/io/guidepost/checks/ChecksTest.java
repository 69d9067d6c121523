package io.guidepost.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guidepost.content.Figure;
import io.guidepost.content.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What each check finds, and what it lets pass. */
class ChecksTest {

    private static final String GUIDE = "guide-ai-specialist";

    private final Checks checks = new Checks(Seed.MODEL, CheckSettings.defaults());
    private final Seed site = Seed.content();

    @ParameterizedTest
    @ValueSource(strings = {"34% of them like it.", "About 34 percent like it.", "Between 30 and 40 per cent like it.",
        "It is used by 3,000 people.", "3,000+ takers trust it.", "The 101 respondents agree.",
        "101+ real career changers did it.", "2 in 3 respondents agree.", "Juniors start at $85,000.",
        "First jobs pay 85k to 125k dollars.", "A salary of 95,000 is common.", "A course costs 400 euros.",
        "You can earn 3k+ € a month.", "100% of respondents agree.",
        "One sentence cites [@python-tutorial]. The next says 34%."})
    void a_typed_figure_without_a_source_is_reported(String text) {
        assertThat(codes(text)).contains("hand-typed-figure");
    }

    @ParameterizedTest
    @CsvSource({"Two thirds of respondents enjoy it., Two thirds of respondents",
        "A third of the people who ask stay., A third of the people",
        "We lost one-fifth of our readers., one-fifth of our readers",
        "Nearly half the respondents agree., half the respondents", "Half of them start projects., Half of them",
        "Three quarters would do it again., Three quarters", "One in four earns more., One in four",
        "Yet about one in three quiz takers agrees., one in three quiz takers",
        "'There, three out of five say so.', three out of five",
        "It works for nine out of ten career changers., nine out of ten career changers"})
    void a_share_in_words_without_a_source_is_reported(String text, String share) {
        assertThat(findings(text)).filteredOn(finding -> finding.code().equals("hand-typed-figure")).singleElement()
                .extracting(Finding::message).asString().startsWith("“" + share + "” is typed by hand: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Two thirds of respondents agree [@python-tutorial].", "It takes half an hour.",
        "People rest in the second half.", "The second half of the people rest.", "Never do two or one in a row.",
        "Half of the job is conversation.", "Half of the time people wait.", "A third option is to wait.",
        "Ask the third of them.", "It is the one in ten that matters.", "Write a new one in two weeks.",
        "One in three months is a holiday.", "It lasts three quarters of an hour.", "You are two thirds through.",
        "Half a dozen people help.", "Half-day jobs are rare.", "[Half of them](https://example.org/) agree.",
        "Step three in five is the hardest.", "Three in two people is a slip."})
    void what_is_no_share_or_has_a_source_is_let_pass(String text) {
        assertThat(codes(text)).doesNotContain("hand-typed-figure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"34 percent like it [@python-tutorial].", "34 percent like it. [@python-tutorial]",
        "{{percent strength/start-projects}} like it, 34% do not.", "In 2024 people moved on.",
        "Plan 6 to 9 months.", "It is a 9 to 5 job, never 24/7.", "Python 3.12 users know.", "On the 101st day, rest.",
        "Windows 11 users know. Use Windows 11 jobs.", "See [34% of them](https://example.org/).",
        "Run `take 3,000 people`.", "Ask three to five people.", "Interview 12 students.", "Talk to 10 people.",
        "The top 10 jobs.", "Give 100 percent.", "It lasts 10 minutes for most people.",
        "Section 3.2 is for people.", "From 2023 to 2033 jobs will change."})
    void what_is_no_figure_or_has_a_source_is_let_pass(String text) {
        assertThat(codes(text)).doesNotContain("hand-typed-figure");
    }

    @Test
    void a_figure_in_a_plain_text_is_reported_and_one_in_a_source_is_not() {
        site.with(GUIDE, "RoleGuide", site.copy(GUIDE).put("subtitle", "What 101 respondents say."));

        assertThat(findings()).extracting(Finding::code, Finding::pointer)
                .contains(tuple("hand-typed-figure", "/subtitle"));
        assertThat(site.check(checks, "source-bls-data-scientists")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"It typically takes 9 to 12 months to become one.",
        "The fastest way to become one takes six months.",
        "The occupation is projected to grow by 32 percent from 2023 to 2033.",
        "First jobs pay 70,000 to 110,000 dollars a year.",
        "32% enjoy starting new projects from scratch. Elsewhere, 34% enjoy starting new projects from scratch.",
        "Some 35% like starting new projects best.",
        "{{percent strength/start-projects}} (34%) like starting projects."})
    void a_figure_that_disagrees_with_the_page_is_reported(String text) {
        assertThat(codes(text)).contains("contradicting-figure");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It typically takes 9 to 12 months to become one. | “9 to 12 months” at /pathIntro disagrees with /timeline/typical, which states 6 to 9 months: correct one of them.
            First jobs pay 70,000 to 110,000 dollars a year. | “70,000 to 110,000 dollars” at /pathIntro disagrees with /salary/bands/0, which states 80,000 to 120,000 USD: correct one of them.
            """)
    void both_places_of_a_contradiction_are_named_with_what_they_say(String text, String message) {
        assertThat(findings(text)).extracting(Finding::message).contains(message);
    }

    @Test
    void a_contradiction_with_a_document_on_the_page_is_told_with_the_place_in_it() {
        ReferencePageMistakes.in(site);

        assertThat(findings()).extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).startsWith("“31%” at /answer of “"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"It typically takes 6 to 9 months to become one.", "Usually, SQL takes two months.",
        "The occupation is projected to grow by 23 percent from 2023 to 2033.",
        "It grew by 11 percent from 2010 to 2015.",
        "Data scientists are projected to grow by 34 percent [@bls-data-scientists].",
        "First jobs pay 80,000 to 120,000 dollars a year.", "First jobs pay 50,000 to 70,000 euros a year.",
        "32% start new projects from scratch, 27% sing in choirs on Sundays.",
        "40% of women enjoy starting new projects from scratch. 32% enjoy starting new projects from scratch."})
    void a_figure_that_agrees_or_is_about_something_else_is_let_pass(String text) {
        assertThat(codes(text)).doesNotContain("contradicting-figure");
    }

    @ParameterizedTest
    @CsvSource({"a AI specialist, an AI specialist", "an data analyst, a data analyst", "an UX designer, a UX designer",
        "a MBA, an MBA", "a hour, an hour", "an user, a user", "a SEO expert, an SEO expert",
        "a HR team, an HR team", "an URL, a URL", "a X-ray, an X-ray", "a 8-week plan, an 8-week plan",
        "an university, a university", "an one-off, a one-off", "a honest answer, an honest answer",
        "an European, ''", "a historic day, ''", "a SQL query, ''", "an SQL query, ''", "a NASA project, ''",
        "plan A is fine, ''", "option a or b, ''", "a uniform, ''", "an unimportant thing, ''",
        "a unidirectional link, ''", "an unironic hug, ''", "a README file, ''", "an RESTful service, a RESTful",
        "a MATLAB script, ''", "a NEW way, ''", "a LLM app, an LLM", "a 11th hour, an 11th", "an 8th time, ''",
        "'an 11,000-line file', ''", "an 118-page book, a 118", "an 1800s house, ''", "a 1800s house, ''"})
    void articles_go_by_sound(String written, String right) {
        var messages = findings("This is " + written + " here.").stream()
                .filter(finding -> finding.code().equals("wrong-article")).map(Finding::message).toList();

        if (right.isEmpty()) {
            assertThat(messages).isEmpty();
        } else {
            var name = right.split("[ -]")[0] + " " + right.split("[ -]")[1];
            assertThat(messages).singleElement().asString().contains("“" + name);
        }
    }

    @ParameterizedTest
    @CsvSource({"[x](/guides/nowhere), dead-internal-link", "[x](/guides/data-analyst), ''",
        "[x](/guides/data-analyst/?a=b#c), ''", "[x](/guides/ai-specialist), ''", "[x](data-analyst), ''",
        "[x](gone), dead-internal-link", "[x](/about), unknown-internal-link", "[x](/), ''",
        "[x](https://example.org/guides/nowhere), ''", "[x](mailto:a@example.org), ''",
        "[x](#no-such-heading), dead-internal-link", "'## Pay & more\n\n[x](#pay-more)', ''",
        "[x](javascript:alert), unsupported-markdown", "![x](https://example.org/a.png), unsupported-markdown",
        "a <b>bold</b> word, unsupported-markdown", "'a \\<b> and `<b>` and 3 < 4', ''",
        "'|a|b|\n|---|---|\n|1|2|', unsupported-markdown", "'# Pay', heading-order", "'#### Pay', heading-order",
        "'## Pay\n\n#### Bands', heading-order", "'### Pay\n\n#### Bands\n\n## Work', ''",
        "'{{percent strength/start-projects for pilot}} do', unknown-figure",
        "'As someone says [@nobody].', broken-reference"})
    void links_markdown_headings_figures_and_references(String text, String code) {
        assertThat(codes(text)).containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void a_figure_in_a_plain_text_would_show_as_typed() {
        site.with(GUIDE, "RoleGuide", site.copy(GUIDE).put("subtitle", "What {{respondents}} people say."));

        assertThat(findings()).extracting(Finding::code).containsExactly("unsupported-markdown");
    }

    @Test
    void a_figure_of_a_group_too_small_is_a_warning() {
        site.with(site.figures(), (token, _) -> Figure.suppressed(token.text(), Instant.EPOCH, Provenance.NONE));

        assertThat(findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("suppressed-figure");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void a_reference_must_lead_to_a_live_document_of_its_type_unless_it_is_weak() {
        var guide = site.copy(GUIDE);
        within(guide, "outlook").put("source", "faq-ai-specialist-too-old");
        within(guide, "salary").put("source", "source-gone");
        guide.putObject("related").putArray("pins").add("guide-gone").add("faq-ai-specialist-too-old");
        site.with(GUIDE, "RoleGuide", guide);

        assertThat(findings()).filteredOn(finding -> finding.code().equals("broken-reference"))
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder("/outlook/source", "/salary/source", "/related/pins/1");
    }

    @ParameterizedTest
    @CsvSource({"status, WITHDRAWN, withdrawn-source, ERROR", "status, SUPERSEDED, expired-source, WARNING",
        "expires, 2026-11-30, expired-source, WARNING", "accessed, 2025-11-01, source-review-due, WARNING",
        "status, CURRENT, '', ", "expires, 2027-01-01, '', ", "accessed, 2025-12-02, '', "})
    void a_source_that_no_longer_holds_is_told_where_it_is_cited_and_in_itself(String field, String value, String code,
            Severity severity) {
        var source = "source-bls-operations-research-analysts";
        site.with(source, "Source", site.copy(source).put(field, value));

        if (code.isEmpty()) {
            assertThat(findings()).isEmpty();
            assertThat(site.check(checks, source)).isEmpty();
        } else {
            assertThat(findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(code);
                assertThat(finding.severity()).isEqualTo(severity);
            });
            assertThat(site.check(checks, source)).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(code);
                assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                assertThat(finding.pointer()).isEqualTo("/" + field);
            });
        }
    }

    @Test
    void a_source_may_set_its_own_interval() {
        var source = "source-bls-operations-research-analysts";
        site.on("2027-06-01").with(source, "Source", site.copy(source).put("reviewEveryMonths", 6));
        assertThat(findings()).extracting(Finding::code).containsExactly("source-review-due");

        site.with(source, "Source", site.copy(source).put("reviewEveryMonths", 24));
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_text_of_another_guide_and_one_about_another_role_are_reported() {
        var guide = site.copy(GUIDE);
        guide.put("pathIntro", "It takes patience to become a data analyst, and most begin with SQL.");
        guide.put("pathsByBackground", site.copy("guide-researcher").get("intro").stringValue());
        site.with(GUIDE, "RoleGuide", guide);

        assertThat(findings()).filteredOn(finding -> finding.code().equals("copied-text")).extracting(Finding::pointer)
                .containsExactlyInAnyOrder("/pathIntro", "/pathsByBackground");
    }

    @Test
    void a_document_that_texts_are_copied_from_is_told_once_with_every_place() {
        var guide = site.copy(GUIDE);
        var other = site.copy("guide-researcher");
        guide.set("intro", other.get("intro"));
        guide.set("skillsIntro", other.get("skillsIntro"));
        within(guide, "timeline").set("note", within(other, "timeline").get("note"));
        within(guide, "background").set("closing", within(site.copy("guide-data-analyst"), "timeline").get("note"));
        site.with(GUIDE, "RoleGuide", guide);

        assertThat(findings()).filteredOn(finding -> finding.code().equals("copied-text"))
                .extracting(Finding::pointer, Finding::message).containsExactly(tuple("/intro",
                        "3 passages are for the most part what “researcher” (guide-researcher) says, this one and /skillsIntro, /timeline/note: write what holds for this one."),
                        tuple("/background/closing",
                                "1 passage is for the most part what “data analyst” (guide-data-analyst) says: write what holds for this one."));
    }

    @Test
    void another_role_beside_this_one_is_no_copy() {
        assertThat(codes("Some become a data analyst first and an AI specialist later.")).isEmpty();
    }

    @Test
    void an_outlook_must_be_of_the_occupation_that_its_source_is_about() {
        var guide = site.copy(GUIDE);
        within(guide, "outlook").put("occupation", "Data scientists");
        site.with(GUIDE, "RoleGuide", guide);

        assertThat(findings()).extracting(Finding::code).containsExactly("occupation-mismatch");
    }

    @Test
    void a_slug_belongs_to_one_document() {
        site.with("guide-second", "RoleGuide", site.copy(GUIDE));

        assertThat(findings()).anySatisfy(finding -> assertThat(finding).extracting(Finding::code, Finding::severity,
                Finding::pointer, Finding::message).containsExactly("duplicate-slug", Severity.ERROR, "/slug",
                        "“AI specialist” (guide-second) has the slug “ai-specialist” already: choose another slug, or withdraw that RoleGuide."));
    }

    @Test
    void titles_and_descriptions_have_bounds() {
        site.with(GUIDE, "RoleGuide", site.copy(GUIDE).put("title", "AI specialist").put("description",
                "How to become one, in three phases, with live figures."));

        assertThat(findings()).extracting(Finding::code).containsExactly("title-length", "description-length");
    }

    @Test
    void what_the_content_model_asks_is_an_error() {
        var guide = site.copy(GUIDE);
        guide.remove("intro");
        site.with(GUIDE, "RoleGuide", guide.put("role", 7));

        assertThat(findings()).filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code, Finding::pointer).containsExactly(tuple(
                        "wrong-type", "/role"), tuple("required", "/intro"));
    }

    @Test
    void reversed_spans_unknown_currencies_and_items_said_twice_are_errors() {
        var guide = site.copy(GUIDE);
        within(guide, "timeline").putObject("typical").put("from", 9).put("to", 6);
        var salary = within(guide, "salary").put("currency", "DOL");
        ((ObjectNode) salary.at("/bands/0")).put("low", 900_000);
        salary.putArray("growthPaths").add("Lead").add("Architect").add("Lead");
        site.with(GUIDE, "RoleGuide", guide);

        assertThat(errors(checks, guide)).extracting(Finding::code, Finding::pointer).containsExactly(
                tuple("reversed-range", "/timeline/typical/to"), tuple("unknown-currency", "/salary/currency"),
                tuple("reversed-range", "/salary/bands/0/high"), tuple("duplicate-item", "/salary/growthPaths/2"));
    }

    @Test
    void asked_for_errors_alone_they_are_told_as_among_all_findings() {
        ReferencePageMistakes.in(site);
        var guide = site.copy(GUIDE).put("intro",
                "[x](/guides/nowhere), {{percent strength/start-projects for pilot}}");
        site.with(GUIDE, "RoleGuide", guide);

        assertThat(errors(checks, guide)).extracting(Finding::code).containsExactly("unknown-figure",
                "dead-internal-link");
        assertThat(errors(checks, guide)).isEqualTo(findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR).toList());
    }

    @Test
    void a_warning_that_is_configured_to_be_an_error_is_among_the_errors() {
        ReferencePageMistakes.in(site);
        var usual = CheckSettings.defaults();
        var strict = new CheckSettings(Map.of("RoleGuide", Map.of("copied-text", CheckSettings.Level.ERROR)),
                usual.pages(), usual.otherPages(), usual.title(), usual.description(), usual.reviewMonths());

        assertThat(errors(new Checks(Seed.MODEL, strict), site.copy(GUIDE))).extracting(Finding::code,
                Finding::pointer).containsExactly(tuple("copied-text", "/timeline/note"));
    }

    @Test
    void content_of_any_shape_is_checked_without_failing() {
        for (var type : Seed.MODEL.types()) {
            var content = Seed.json("{}");
            type.fields().forEach(field -> content.putArray(field.name()).add(7).addNull().addObject());
            assertThat(checks.of("any", type, content, site)).isNotEmpty();
            assertThat(checks.of("any", type, Seed.json("{}"), site)).isNotEmpty();
        }
    }

    private List<String> codes(String text) {
        return findings(text).stream().map(Finding::code).distinct().toList();
    }

    /** What is found in the guide with the text as its path's introduction. */
    private List<Finding> findings(String text) {
        site.with(GUIDE, "RoleGuide", site.copy(GUIDE).put("pathIntro", text));
        return findings();
    }

    private List<Finding> findings() {
        return site.check(checks, GUIDE);
    }

    private List<Finding> errors(Checks by, ObjectNode guide) {
        return by.errors(GUIDE, Seed.type("RoleGuide"), guide, site);
    }

    private static ObjectNode within(ObjectNode content, String field) {
        return (ObjectNode) Optional.ofNullable(content.get(field)).orElseThrow();
    }
}
