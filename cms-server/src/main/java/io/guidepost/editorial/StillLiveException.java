package io.guidepost.editorial;

import java.util.List;

/** Documents that cannot be deleted because they are live; nothing has changed. */
public final class StillLiveException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<DocumentId> documents;

    StillLiveException(List<Document> live) {
        super("“" + String.join("”, “", live.stream().map(Document::title).toList()) + "” "
                + (live.size() == 1 ? "is" : "are") + " live; withdraw " + (live.size() == 1 ? "it" : "them")
                + " in a release first.");
        this.documents = live.stream().map(Document::id).toList();
    }

    /** Those that are live. */
    public List<DocumentId> documents() {
        return documents;
    }
}
