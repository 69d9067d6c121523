package io.guidepost.checks;

import io.guidepost.content.ContentHash;
import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.Prose;
import io.guidepost.content.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The document that is checked, its texts and references read once for all checks. */
final class Subject {

    private final ContentModel model;
    private final String id;
    private final DocumentType type;
    private final ObjectNode content;
    private final Surroundings around;
    private final List<Prose> prose;
    private @Nullable List<Passage> passages;
    private final IdentityHashMap<Sentence, List<TypedFigure>> figures = new IdentityHashMap<>();
    private final List<Reference> references;

    Subject(ContentModel model, String id, DocumentType type, ObjectNode content, Surroundings around) {
        this.model = model;
        this.id = id;
        this.type = type;
        this.content = content;
        this.around = around;
        this.prose = type.prose(content);
        this.references = type.references(content);
    }

    ContentModel model() {
        return model;
    }

    String id() {
        return id;
    }

    DocumentType type() {
        return type;
    }

    ObjectNode content() {
        return content;
    }

    Surroundings around() {
        return around;
    }

    List<Prose> prose() {
        return prose;
    }

    /** Its texts with their sentences, which are read when a check first asks for them. */
    List<Passage> passages() {
        List<Passage> read = passages;
        if (read == null) {
            read = prose.stream().map(text -> new Passage(text, Sentences.of(text))).toList();
            passages = read;
        }
        return read;
    }

    /** The sentences of all its texts, in order. */
    List<Sentence> sentences() {
        return passages().stream().flatMap(passage -> passage.sentences().stream()).toList();
    }

    /** The figures that are typed into one of its sentences. */
    List<TypedFigure> figures(Sentence sentence) {
        return figures.computeIfAbsent(sentence, TypedFigures::in);
    }

    List<Reference> references() {
        return references;
    }

    @Nullable
    String quizRole() {
        return type.quizRole(content).orElse(null);
    }

    /** The role that the document is about, as words: {@code ai specialist}. */
    Optional<String> role() {
        return type.quizRole(content).map(key -> key.replace('-', ' '));
    }

    boolean isSource() {
        return type.name().equals(Reference.CITED);
    }

    /** What a reference leads to; empty if that is not live. The document itself counts as live: it is about to be. */
    Optional<Neighbour> target(Reference reference) {
        return switch (reference.target()) {
            case Reference.ById target -> target.id().equals(id) ? Optional.of(self()) : around.byId(target.id());
            case Reference.BySlug target -> around.bySlug(reference.type(), target.slug());
        };
    }

    /** The documents that stand on this one's page: those it refers to, but for sources and its own kind. */
    List<Embedded> embedded() {
        var embedded = new ArrayList<Embedded>();
        for (var reference : references) {
            if (!reference.weak() && !reference.type().equals(Reference.CITED)
                    && !reference.type().equals(type.name())) {
                target(reference).ifPresent(neighbour -> embedded.add(new Embedded(reference.pointer(), neighbour)));
            }
        }
        return embedded;
    }

    /** Other documents of the same type that can be seen from here, each once. */
    List<Neighbour> peers() {
        var peers = new ArrayList<Neighbour>();
        var seen = new HashSet<String>();
        seen.add(id);
        for (var reference : references) {
            if (reference.type().equals(type.name())) {
                target(reference).filter(peer -> seen.add(peer.id())).ifPresent(peers::add);
            }
        }
        around.peers(type.name()).stream().filter(peer -> seen.add(peer.id())).forEach(peers::add);
        return peers;
    }

    private Neighbour self() {
        return new Neighbour(id, type.name(), type.slug(content).orElse(""), type.title(content),
                ContentHash.of(content),
                content);
    }

    /** A text of the document, and the sentences that it has. */
    record Passage(Prose prose, List<Sentence> sentences) {}

    /**
     * A document that stands on the page.
     *
     * @param pointer where the document that is checked refers to it
     */
    record Embedded(String pointer, Neighbour document) {}
}
