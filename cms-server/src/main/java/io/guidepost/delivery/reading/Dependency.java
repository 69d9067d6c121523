package io.guidepost.delivery.reading;

import io.guidepost.delivery.edition.Edition;
import io.guidepost.delivery.edition.View;
import io.guidepost.quiz.statistics.RoleStatistics;
import io.guidepost.related.RelatedCareers;
import io.guidepost.related.RelatedCareers.Related;
import io.guidepost.release.LiveDocument;
import io.guidepost.release.Redirect;
import io.guidepost.web.SurrogateKey;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Something that an answer was made from, as it was when it was read. */
public sealed interface Dependency {

    /** Whether reading it again would find the same. */
    boolean holds(View now);

    /** Under which key caches in front of the server know it. */
    String surrogateKey();

    /** A document by its id; none: it was not live. */
    record OfDocument(String id, @Nullable LiveDocument read) implements Dependency {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean holds(View now) {
            return now.site().byId(id).orElse(null) == read;
        }

        @Override
        public String surrogateKey() {
            return id;
        }
    }

    /** A document by its type and slug; none: there was none. */
    record OfSlug(String type, String slug, @Nullable LiveDocument read) implements Dependency {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean holds(View now) {
            return now.site().bySlug(type, slug).orElse(null) == read;
        }

        @Override
        public String surrogateKey() {
            return read == null ? SurrogateKey.missing(type, slug) : read.id();
        }
    }

    /** Which documents of a type are live, and all that is known of them but their content. */
    record OfType(String type, SortedMap<String, LiveDocument> read) implements Dependency {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean holds(View now) {
            return now.site().ofType(type) == read;
        }

        @Override
        public String surrogateKey() {
            return SurrogateKey.type(type);
        }
    }

    /** Which slugs of before lead where. */
    record OfRedirects(List<Redirect> read) implements Dependency {

        @Override
        public boolean holds(View now) {
            return now.site().redirects().equals(read);
        }

        @Override
        public String surrogateKey() {
            return SurrogateKey.REDIRECTS;
        }
    }

    /** The statistics of a role. */
    record OfRole(RoleStatistics read) implements Dependency {

        @Override
        public boolean holds(View now) {
            return now.snapshot().role(read.role()).equals(read);
        }

        @Override
        public String surrogateKey() {
            return SurrogateKey.role(read.role());
        }
    }

    /** Which roles enough people of a background explore for figures to be shown. */
    record OfBackground(String background, SortedSet<String> read) implements Dependency {

        @Override
        public boolean holds(View now) {
            return now.snapshot().rolesOf(background).equals(read);
        }

        @Override
        public String surrogateKey() {
            return SurrogateKey.STATISTICS;
        }
    }

    /** The statistics over all who took the quiz, of the snapshot of a number: each snapshot counts them anew. */
    record OfSite(int snapshot) implements Dependency {

        @Override
        public boolean holds(View now) {
            return now.snapshot().number() == snapshot;
        }

        @Override
        public String surrogateKey() {
            return SurrogateKey.STATISTICS;
        }
    }

    /** The edition itself. */
    record OfEdition(Edition read) implements Dependency {

        @Override
        public boolean holds(View now) {
            return now.edition().equals(read);
        }

        @Override
        public String surrogateKey() {
            return SurrogateKey.EDITION;
        }
    }

    /** The careers related to a guide. */
    record OfRelated(RelatedCareers careers, LiveDocument guide, List<String> pins, List<String> exclusions, int first,
            Related read) implements Dependency {

        @Override
        public boolean holds(View now) {
            return careers.related(now.site(), guide, pins, exclusions, first).equals(read);
        }

        @Override
        public String surrogateKey() {
            return SurrogateKey.RELATED;
        }
    }
}
