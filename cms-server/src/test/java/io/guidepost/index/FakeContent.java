package io.guidepost.index;

import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSite;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Everything on a site, under its title. */
final class FakeContent implements IndexedSite {

    /** Is told how many entries are asked for. */
    Consumer<Integer> asked = _ -> {};

    /** What is indexed of a document. */
    record Page(String id, String stamp, String title) {}

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public Map<String, String> stamps(LiveSite site) {
        return site.documents().stream().collect(Collectors.toMap(LiveDocument::id, LiveDocument::publication));
    }

    @Override
    public List<Entry> entries(LiveSite site, Collection<String> ids) {
        asked.accept(ids.size());
        return ids.stream().map(id -> site.byId(id).orElseThrow()).map(document -> new Entry(document.id(), document
                .publication(), new Page(document.id(), document.publication(), document.title()))).toList();
    }
}
