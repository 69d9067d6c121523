package io.guidepost.seeding;

import io.guidepost.release.LiveSite;
import io.guidepost.release.LiveSites;
import io.guidepost.security.Actor;
import io.guidepost.transfer.ContentBundle;
import io.guidepost.transfer.ContentFile;
import io.guidepost.transfer.ContentImport;
import io.guidepost.transfer.ImportOptions;
import io.guidepost.transfer.ImportReport;
import io.guidepost.transfer.Importers;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports documents and publishes them. What has ever been live is left alone, so importing twice changes nothing, nobody's edit is
 * overwritten and nothing that was withdrawn comes back.
 */
class Seeding {

    /** In whose name seed content is published. */
    static final Actor EDITOR = Actor.system("seed-editor");

    private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);
    private static final Importers SYSTEM = new Importers(Actor.system("seed-author"), EDITOR);
    private static final ImportOptions PUBLISH = new ImportOptions(false, false, true);

    private final ContentImport imports;
    private final LiveSites sites;

    Seeding(ContentImport imports, LiveSites sites) {
        this.imports = imports;
        this.sites = sites;
    }

    /**
     * Imports documents and publishes them in one release.
     *
     * @param files the documents
     * @return the number of the release; none if all were there, or they do not go with what is
     */
    OptionalInt run(List<ContentFile> files) {
        LiveSite site = sites.latest();
        List<ContentFile> missing = files.stream().filter(file -> !site.wasEverLive(file.id())).toList();
        ImportReport report = imports.run(imports.checked(ContentBundle.of(missing)), PUBLISH, SYSTEM, "Seed content",
                (done, of) -> LOG.info("Importing seed content: {} of {} documents", done, of));
        report.documents().stream().filter(document -> !document.problems().isEmpty()).forEach(document -> LOG.error(
                "Seed document {} is left out: {} {}", document.id(), document.message(), document.problems()));
        if (!report.releaseProblems().isEmpty()) {
            LOG.error("The seed content does not go with what is here, and is not published: {}",
                    report.releaseProblems());
        }
        Integer release = report.release();
        if (release == null) {
            LOG.info("Seed content: all {} documents are there already; nothing published", files.size());
            return OptionalInt.empty();
        }
        LOG.info("Seed content: {} documents imported, {} published in release {}", report.created(),
                report.published(), release);
        return OptionalInt.of(release);
    }
}
