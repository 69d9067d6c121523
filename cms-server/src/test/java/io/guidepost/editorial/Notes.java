package io.guidepost.editorial;

import io.guidepost.content.ContentModel;
import io.guidepost.checks.CheckSettings;
import io.guidepost.checks.CheckSettings.Bounds;
import io.guidepost.checks.Checks;
import io.guidepost.content.Figure;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.FigureProblem;
import io.guidepost.content.FigureToken;
import io.guidepost.content.Figures;
import io.guidepost.content.Provenance;
import io.guidepost.security.Actor;
import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import io.guidepost.security.PersonId;
import io.guidepost.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A small content model, and people who write in it. */
public final class Notes {

    public static final ContentModel MODEL = ContentModel.parse("""
            "A remark."
            type Note @document(slug: "slug", title: "title") {
              slug: Slug! @unique
              title: String! @text(max: 60)
              body: RichText
              see: [Note!]
              quizRole: Slug @quizRole
            }
            type Source @document(slug: "slug", title: "title") {
              slug: Slug!
              title: String!
            }
            directive @document(slug: String, title: String!) on OBJECT
            directive @unique on FIELD_DEFINITION
            directive @text(min: Int = 1, max: Int!) on FIELD_DEFINITION
            directive @quizRole on FIELD_DEFINITION
            scalar Slug
            type RichText { markdown: String! }
            """);
    /** Every figure exists that has a role to be about. */
    public static final FigureCatalog FIGURES = (token, role) -> role == null
            ? Optional.of(new FigureProblem(FigureToken.Part.KIND, "The figure names no role."))
            : Optional.empty();
    private static final CheckSettings CHECKS = new CheckSettings(Map.of(), Map.of(), Set.of("/"), new Bounds(0, 99),
            new Bounds(0, 99), 12);
    /** Every figure is the same. */
    public static final Figures FIGURE_VALUES = (token, role) -> new Figure(token.text(), "7", 7.0, 101, Instant.EPOCH,
            false, null, Provenance.NONE);
    static final Instant NOW = Instant.parse("2026-02-28T09:30:00Z");
    public static final Actor ADA = actor("ada", Role.AUTHOR);
    public static final Actor EVE = actor("eve", Role.EDITOR);
    public static final Actor EDGAR = actor("edgar", Role.EDITOR);

    /** Those three, and Lea, who has left. */
    public static final Colleagues COLLEAGUES = new Colleagues() {

        private final List<Colleague> people = List.of(colleague(ADA), colleague(EVE), colleague(EDGAR),
                new Colleague(new PersonId("lea"), "Lea", Set.of(Role.EDITOR), true));

        @Override
        public Optional<Colleague> find(PersonId id) {
            return people.stream().filter(person -> person.id().equals(id)).findFirst();
        }

        @Override
        public List<Colleague> all() {
            return people;
        }

        private static Colleague colleague(Actor actor) {
            return new Colleague(actor.id(), actor.name(), actor.roles(), false);
        }
    };

    private Notes() {}

    /** As nothing is configured. */
    public static EditorialProperties properties() {
        return new EditorialProperties(false, Map.of(), Duration.ofMinutes(10), Duration.ofDays(1),
                Duration.ofDays(30));
    }

    /** The commands over a store, by a clock that stands still. */
    static Desk desk(Documents documents, EditorialProperties properties) {
        return desk(documents, properties, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Desk desk(Documents documents, EditorialProperties properties, Clock clock) {
        WorkingCopies copies = new WorkingCopies(documents, MODEL, clock);
        Editing editing = new Editing(documents, copies, MODEL, FIGURES, properties);
        Checking checking = new Checking(documents, new Checks(MODEL, CHECKS), MODEL, FIGURES,
                FIGURE_VALUES, clock);
        return new Desk(editing, new Reviewing(copies, checking, COLLEAGUES, MODEL, properties),
                new Trash(copies, new WorkingReferences(documents, MODEL), event -> {}));
    }

    /** All the commands. */
    record Desk(Editing editing, Reviewing reviewing, Trash trash) {}

    /** A content, in JSON with single quotes. */
    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    static ObjectNode note(String slug, String title) {
        return json("{'slug': '%s', 'title': '%s'}".formatted(slug, title));
    }

    private static Actor actor(String id, Role role) {
        return new Actor(new PersonId(id), id, Set.of(role), role.permissions());
    }
}
