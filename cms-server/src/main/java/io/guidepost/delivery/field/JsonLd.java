package io.guidepost.delivery.field;

import io.guidepost.delivery.reading.Content.Published;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.delivery.structured.GuideGraph;
import io.guidepost.delivery.structured.GuidePage;
import io.guidepost.release.LiveDocument;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the page of a role guide tells search engines. */
record JsonLd() implements FieldValue {

    @Override
    public Object of(Object source, Map<String, Object> arguments, Reading reading) {
        Published guide = (Published) source;
        URI address = URI.create(Objects.requireNonNull(arguments.get("url")).toString());
        List<LiveDocument> settings = reading.ofType("SiteSettings").values().stream().limit(1).toList();
        // All three are asked for before any is looked at, so that they are read in one batch.
        List<Published> faqs = Documents.all(Documents.referred(guide.fields().path("faqs"), "Faq", reading), reading);
        List<Published> sources = Documents
                .all(Documents.referred(guide.fields().path("sources"), "Source", reading), reading);
        List<Published> site = Documents.all(settings, reading);
        return faqs == null || sources == null || site == null
                ? FieldValue.pending()
                : GuideGraph.of(new GuidePage(address, guide, faqs, sources, site.isEmpty() ? null : site.getFirst()),
                        reading);
    }
}
