package io.guidepost.transfer;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Documents.DocumentQuery;
import io.guidepost.quiz.Quiz;
import io.guidepost.quiz.Quizzes;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.LiveSites;
import io.guidepost.release.Publications;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Exports content as an archive, byte for byte the same for the same content. */
@Service
public class ContentExport {

    private static final int BATCH = 500;
    /** The earliest time that an archive can name, the same in every zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Documents documents;
    private final LiveSites sites;
    private final Publications publications;
    private final Quizzes quizzes;
    private final ContentModel model;

    ContentExport(Documents documents, LiveSites sites, Publications publications, Quizzes quizzes,
            ContentModel model) {
        this.documents = documents;
        this.sites = sites;
        this.publications = publications;
        this.quizzes = quizzes;
        this.model = model;
    }

    /** What of a document is exported. */
    public enum State {
        /** The working copy. */
        WORKING,
        /** What is live, of documents that are. */
        LIVE
    }

    /**
     * Writes an archive of documents and, unless only some types are asked for, of the quiz; document by document, so that there may be
     * any number of them.
     *
     * @param state what of each document
     * @param types which types; empty: all, and the quiz
     * @param target where to, left open
     * @throws IOException if nobody is there to take it
     */
    public void write(State state, Collection<DocumentType> types, OutputStream target) throws IOException {
        ZipOutputStream archive = new ZipOutputStream(target, StandardCharsets.UTF_8);
        List<DocumentType> chosen = (types.isEmpty() ? model.types() : types).stream().distinct()
                .sorted(Comparator.comparing(type -> ContentFile.folder(type.name()))).toList();
        for (DocumentType type : chosen) {
            switch (state) {
                case WORKING -> working(type, archive);
                case LIVE -> live(type, archive);
            }
        }
        Optional<Quiz> quiz = types.isEmpty() ? quizzes.latest() : Optional.empty();
        if (quiz.isPresent()) {
            ObjectNode definition = JsonMapper.shared().valueToTree(quiz.get());
            add(archive, ContentFile.QUIZ, new YamlTree().fields(definition, List.of(), "").text());
        }
        archive.finish();
    }

    private void working(DocumentType type, ZipOutputStream archive) throws IOException {
        String after = null;
        while (true) {
            List<Document> page = documents.list(new DocumentQuery(type.name(), null, null, null, false, after, BATCH));
            if (page.isEmpty()) {
                return;
            }
            Map<DocumentId, Document> whole = documents.findAll(page.stream().map(Document::id).toList());
            for (Document listed : page) {
                Document document = whole.get(listed.id());
                // One that is gone since it was listed is not there any more.
                if (document != null) {
                    add(archive, type, document.id().value(), document.content());
                }
            }
            after = page.getLast().id().value();
        }
    }

    private void live(DocumentType type, ZipOutputStream archive) throws IOException {
        List<LiveDocument> live = sites.latest().ofType(type.name()).values().stream()
                .sorted(Comparator.comparing(LiveDocument::id)).toList();
        for (int start = 0; start < live.size(); start += BATCH) {
            List<LiveDocument> page = live.subList(start, Math.min(live.size(), start + BATCH));
            Map<String, ObjectNode> contents = publications
                    .load(page.stream().map(LiveDocument::publication).toList());
            for (LiveDocument document : page) {
                add(archive, type, document.id(), contents.get(document.publication()));
            }
        }
    }

    private static void add(ZipOutputStream archive, DocumentType type, String id, @Nullable ObjectNode content)
            throws IOException {
        if (content == null) {
            throw new IllegalStateException("A live document without its publication: " + id);
        }
        add(archive, ContentFile.name(type.name(), id), YamlTree.document(type.name(), id, content, type.fields()));
    }

    private static void add(ZipOutputStream archive, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        archive.putNextEntry(entry);
        archive.write(text.getBytes(StandardCharsets.UTF_8));
        archive.closeEntry();
    }
}
