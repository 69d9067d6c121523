package io.guidepost.delivery.structured;

import io.guidepost.content.Figure;
import io.guidepost.content.RichText;
import io.guidepost.delivery.reading.Content.Published;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.release.LiveDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the page of a role guide tells search engines: the article, the occupation that it is about and the questions that it answers.
 *
 * @see <a href="https://schema.org/Occupation">schema.org</a>
 */
public final class GuideGraph {

    private final GuidePage page;
    private final JsonNode fields;
    private final Reading reading;

    private GuideGraph(GuidePage page, Reading reading) {
        this.page = page;
        this.fields = page.guide().fields();
        this.reading = reading;
    }

    /**
     * The page's graph as JSON-LD.
     *
     * @return JSON without the characters that could end a script of HTML
     */
    public static String of(GuidePage page, Reading reading) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("@context", "https://schema.org");
        ArrayNode graph = document.putArray("@graph");
        new GuideGraph(page, reading).things().forEach(thing -> graph.add(thing.node()));
        return document.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
                .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private List<Thing> things() {
        List<Thing> things = new ArrayList<>(List.of(article(), occupation()));
        questions().ifPresent(things::add);
        publisher().ifPresent(things::add);
        return things;
    }

    private Thing article() {
        LiveDocument document = page.guide().document();
        Thing article = new Thing("Article").id(page.id("article"))
                .with("url", page.address())
                .with("mainEntityOfPage", page.address())
                .with("headline", fields.path("title"))
                .with("alternativeHeadline", fields.path("subtitle"))
                .with("description", fields.path("description"))
                .with("inLanguage", reading.locale())
                .with("keywords", fields.path("tags"))
                .with("datePublished", document.firstPublishedAt())
                .with("dateModified", document.publishedAt())
                .reference("about", page.id("occupation"));
        if (page.site() != null) {
            article.reference("author", page.publisherId()).reference("publisher", page.publisherId());
        }
        return article.with("citation", page.sources().stream().map(GuideGraph::work).toList());
    }

    private static Thing work(Published source) {
        JsonNode fields = source.fields();
        return new Thing("CreativeWork").with("name", fields.path("title")).with("url", fields.path("url"))
                .with("publisher", new Thing("Organization").with("name", fields.path("publisher")));
    }

    private Thing occupation() {
        return new Thing("Occupation").id(page.id("occupation"))
                .with("name", fields.path("role"))
                .with("description", fields.path("description"))
                .with("mainEntityOfPage", page.address())
                .with("skills", each(fields.path("skills"), "name"))
                .with("responsibilities", each(fields.at("/whatTheyDo/duties"), "label"))
                .with("qualifications", each(fields.at("/background/qualities"), "label"))
                .with("estimatedSalary", fields.at("/salary/bands").valueStream().map(this::salary).toList());
    }

    /** The ends of a band are those that an editor has set; they are no percentiles of anything that was measured. */
    private Thing salary(JsonNode band) {
        Thing salary = new Thing("MonetaryAmountDistribution", "MonetaryAmount")
                .with("name", band.path("level"))
                .with("currency", fields.at("/salary/currency"))
                .with("duration", "P1Y")
                .with("minValue", band.path("low"));
        return band.path("openEnded").asBoolean(false) ? salary : salary.with("maxValue", band.path("high"));
    }

    private static ArrayNode each(JsonNode items, String field) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> values.add(item.path(field)));
        return values;
    }

    private Optional<Thing> questions() {
        List<Thing> questions = page.faqs().stream().flatMap(faq -> question(faq).stream()).toList();
        return questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Thing("FAQPage").id(page.id("faq")).with("url", page.address())
                        .with("inLanguage", reading.locale()).with("mainEntity", questions));
    }

    /** A question whose answer lacks a figure, because too few people stand behind it, is left to the page. */
    private Optional<Thing> question(Published faq) {
        RichText answer = reading.text(faq.fields().path("answer").asString(""), faq.quizRole());
        return answer.figures().stream().anyMatch(Figure::suppressed)
                ? Optional.empty()
                : Optional.of(new Thing("Question").with("name", faq.fields().path("question"))
                        .with("acceptedAnswer", new Thing("Answer").with("text", answer.html())));
    }

    private Optional<Thing> publisher() {
        return Optional.ofNullable(page.site()).map(Published::fields)
                .map(site -> new Thing("Organization").id(page.publisherId()).with("name", site.path("name"))
                        .with("description", site.path("tagline")));
    }
}
