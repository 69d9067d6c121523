package io.guidepost.search;

import io.guidepost.index.SiteIndex;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The index of what is searched. Every method throws {@link io.guidepost.index.SearchUnavailableException} while the engine is away. */
interface SearchIndex extends SiteIndex {

    /**
     * What is found, as the index has it.
     *
     * @param gone ids of documents that it may still have, and that are not to be found nor counted
     */
    SearchResults search(TypedText typed, SearchFilter filter, Collection<String> gone, int offset, int limit);

    /**
     * The ids of the documents whose titles may be meant, the most fitting first.
     *
     * @param gone ids of documents that are not meant
     */
    List<String> suggest(String prefix, Collection<String> gone, int limit);

    /** Searches as for a reader, whatever has become of readers' questions; nobody looks at what is found. */
    void rehearse(String text);

    /**
     * A document as it is indexed.
     *
     * @param id the document id
     * @param stamp the publication that it was made of
     * @param type the document type
     * @param name its title as lists are sorted by it: in lower case, without accents
     * @param title its title
     * @param summary what it is about, in passages of plain words; none where only guides have it
     * @param text all else that it says, in passages of plain words
     * @param skills the names of the skills that a guide is about
     * @param currency the currency of a guide's salaries; null: it is no guide
     * @param pay what the first salary band begins with
     * @param months how many months the change typically takes at most
     */
    record Searchable(String id, String stamp, String type, String name, String title, List<String> summary,
            List<String> text, List<String> skills, @Nullable String currency, @Nullable Integer pay,
            @Nullable Integer months) {}
}
