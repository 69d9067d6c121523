package io.guidepost.transfer;

import io.guidepost.comparison.Comparison;
import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.Problem;
import io.guidepost.content.Stage;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Editing.Creation;
import io.guidepost.editorial.InvalidContentException;
import io.guidepost.editorial.MalformedDocumentIdException;
import io.guidepost.editorial.Reviewing;
import io.guidepost.editorial.StaleVersionException;
import io.guidepost.release.ReleaseRequest;
import io.guidepost.release.Releases;
import io.guidepost.storage.JsonBson;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Imports content through the same commands as an editor's. What is there with the same content is left as it is, so importing twice
 * changes nothing; what is there with other content is a conflict, unless updates are asked for. An import that was cut off is
 * finished by the next.
 */
@Service
public class ContentImport {

    private static final int BATCH = 500;
    private static final int WRITERS = 32;

    private final Documents documents;
    private final Editing editing;
    private final Reviewing reviewing;
    private final Releases releases;
    private final ContentModel model;
    private final QuizImport quizzes;

    ContentImport(Documents documents, Editing editing, Reviewing reviewing, Releases releases, ContentModel model,
            QuizImport quizzes) {
        this.documents = documents;
        this.editing = editing;
        this.reviewing = reviewing;
        this.releases = releases;
        this.model = model;
        this.quizzes = quizzes;
    }

    /**
     * Checks the documents of a bundle as far as that goes without looking at what is there.
     *
     * @throws MalformedContentException if any is of an unknown type or of the wrong shape, or has a malformed id
     */
    public CheckedBundle checked(ContentBundle bundle) {
        List<FileProblem> problems = new ArrayList<>();
        bundle.documents().forEach(file -> check(file, problems));
        if (!problems.isEmpty()) {
            throw new MalformedContentException(problems);
        }
        return new CheckedBundle(bundle);
    }

    private void check(ContentFile file, List<FileProblem> problems) {
        try {
            DocumentId _ = new DocumentId(file.id());
        } catch (MalformedDocumentIdException refusal) {
            problems.add(FileProblem.of(file.file(), "malformed-id", String.valueOf(refusal.getMessage())));
        }
        Optional<DocumentType> type = model.find(file.type());
        if (type.isEmpty()) {
            problems.add(FileProblem.of(file.file(), "unknown-type", "There is no document type called “" + file.type()
                    + "”; there are " + model.types().stream().map(DocumentType::name).collect(
                            Collectors.joining(", "))
                    + "."));
            return;
        }
        for (Problem problem : type.get().problems(file.content(), Stage.DRAFT)) {
            problems.add(new FileProblem(file.file(), null, null, problem.pointer(), problem.code(),
                    problem.message()));
        }
    }

    /**
     * Imports a bundle.
     *
     * @param checked what to import
     * @param options what may be done
     * @param importers in whose names
     * @param message of the release, if there is to be one
     * @param progress learns how far it has come
     * @return what was done
     */
    public ImportReport run(CheckedBundle checked, ImportOptions options, Importers importers, String message,
            Progress progress) {
        ContentBundle bundle = checked.content();
        int total = bundle.documents().size();
        if (options.publish() && total > ReleaseRequest.MAX_CHANGES) {
            throw new TooManyToPublishException(total);
        }
        Imported quiz = bundle.quiz() == null ? null : quizzes.run(bundle.quiz(), options, importers.editor());
        Publishing publishing = options.publish() && !options.dryRun()
                ? new Publishing(reviewing, releases, importers)
                : null;
        List<Imported> all = new ArrayList<>(total);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS, Thread.ofVirtual().factory())) {
            for (int start = 0; start < total; start += BATCH) {
                batch(bundle.documents().subList(start, Math.min(total, start + BATCH)),
                        new Run(options, importers, publishing), writers, all);
                progress.at(all.size(), total);
            }
        }
        return ImportReport.of(options.dryRun(), all, quiz,
                publishing == null ? Publishing.Result.NONE : publishing.release(message), bundle.ignored());
    }

    private void batch(List<ContentFile> files, Run run, ExecutorService writers, List<Imported> all) {
        Map<DocumentId, Document> present = documents
                .findAll(files.stream().map(file -> new DocumentId(file.id())).toList());
        IdentityHashMap<ContentFile, Document> created = run.create(files.stream()
                .filter(file -> !present.containsKey(new DocumentId(file.id()))).toList());
        List<Future<Imported>> started = new ArrayList<>();
        for (ContentFile file : files) {
            started.add(writers.submit(
                    () -> run.one(file, present.get(new DocumentId(file.id())), created.get(file))));
        }
        started.forEach(one -> all.add(result(one)));
    }

    private static Imported result(Future<Imported> one) {
        try {
            return one.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted; the next one finishes it.", interrupted);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure);
        }
    }

    /** One import, document by document. */
    private final class Run {

        private final ImportOptions options;
        private final Importers importers;
        private final @Nullable Publishing publishing;

        Run(ImportOptions options, Importers importers, @Nullable Publishing publishing) {
            this.options = options;
            this.importers = importers;
            this.publishing = publishing;
        }

        /** Creates what is not there, all of it at once; without those that somebody else was faster to create. */
        IdentityHashMap<ContentFile, Document> create(List<ContentFile> missing) {
            IdentityHashMap<ContentFile, Document> created = new IdentityHashMap<>();
            if (options.dryRun()) {
                return created;
            }
            List<Optional<Document>> outcomes = editing.createAll(importers.author(), missing.stream()
                    .map(file -> new Creation(file.type(), new DocumentId(file.id()), file.content())).toList());
            for (int index = 0; index < missing.size(); index++) {
                ContentFile file = missing.get(index);
                outcomes.get(index).ifPresent(document -> created.put(file, document));
            }
            return created;
        }

        Imported one(ContentFile file, @Nullable Document present, @Nullable Document created) {
            try {
                if (present != null) {
                    return compare(file, present);
                }
                return created == null ? absent(file) : published(file, Outcome.CREATED, created);
            } catch (InvalidContentException refusal) {
                return Imported.of(file, Outcome.INVALID, null).because(String.valueOf(refusal.getMessage()),
                        refusal.problems());
            }
        }

        /** One that was not there before and was not created: another was faster, or this is not to create anything. */
        private Imported absent(ContentFile file) {
            if (options.dryRun()) {
                return foreseen(file, Imported.of(file, Outcome.CREATED, null));
            }
            return documents.find(new DocumentId(file.id())).map(other -> compare(file, other))
                    .orElseGet(() -> Imported.of(file, Outcome.CONFLICT, null).because(
                            "There was a document of this id; ids of documents that are gone are not given again.",
                            List.of()));
        }

        private Imported compare(ContentFile file, Document present) {
            if (!present.type().equals(file.type())) {
                return Imported.of(file, Outcome.CONFLICT, present.version()).because(
                        "There is a document of this id, but of the type " + present.type() + ".", List.of());
            }
            if (present.trashed() != null) {
                return Imported.of(file, Outcome.CONFLICT, present.version())
                        .because("The document is in the trash; take it out first.", List.of());
            }
            List<String> differences = Comparison.changed(model.type(file.type()), present.content(),
                    JsonBson.normal(file.content()));
            if (differences.isEmpty()) {
                return options.dryRun()
                        ? foreseen(file, Imported.of(file, Outcome.UNCHANGED, present.version()))
                        : published(file, Outcome.UNCHANGED, present);
            }
            return options.update()
                    ? update(file, present, differences)
                    : Imported.of(file, Outcome.CONFLICT, present.version()).differing(differences)
                            .because("There is other content, which was left alone.", List.of());
        }

        private Imported update(ContentFile file, Document present, List<String> differences) {
            if (options.dryRun()) {
                return foreseen(file, Imported.of(file, Outcome.UPDATED, present.version()).differing(differences));
            }
            try {
                return published(file, Outcome.UPDATED,
                        editing.save(importers.author(), present.id(), present.version(), file.content()))
                        .differing(differences);
            } catch (StaleVersionException somebodyWasFaster) {
                return Imported.of(file, Outcome.CONFLICT, somebodyWasFaster.current().version()).differing(differences)
                        .because("Somebody changed it at the same time.", List.of());
            }
        }

        private Imported published(ContentFile file, Outcome outcome, Document document) {
            Imported imported = Imported.of(file, outcome, document.version());
            return publishing == null ? imported : publishing.approve(imported, document);
        }

        private Imported foreseen(ContentFile file, Imported imported) {
            List<Problem> problems = options.publish()
                    ? model.type(file.type()).problems(file.content(), Stage.PUBLISH)
                    : List.of();
            return problems.isEmpty() ? imported : imported.because("It is not ready to be published.", problems);
        }
    }
}
