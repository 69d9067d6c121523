package io.guidepost.search;

import java.util.List;

/** Words that editors have search take for one another. */
public interface Synonyms {

    /** Groups of words, or of several words each, that mean the same, as the newest live site has them. */
    List<List<String>> groups();
}
