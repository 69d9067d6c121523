package io.guidepost.checks;

import io.guidepost.content.ContentModel;
import io.guidepost.content.DocumentType;
import io.guidepost.content.Figure;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.FigureProblem;
import io.guidepost.content.FigureToken;
import io.guidepost.content.Figures;
import io.guidepost.content.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The seed content as a live site, with documents put in and changed at will. */
final class Seed implements Surroundings {

    static final ContentModel MODEL = ContentModel.parse(Arrays.stream(files("schema/**/*.graphqls"))
            .map(Seed::text).collect(Collectors.joining("\n")));

    /** The roles of the quiz, as its definition has them. */
    private static final List<String> ROLES = quizRoles();
    private static final YAMLMapper YAML = new YAMLMapper();

    final Map<String, Neighbour> documents = new LinkedHashMap<>();
    private LocalDate today = LocalDate.parse("2026-12-01");
    private FigureCatalog catalog = (token, role) -> token.role().or(() -> Optional.ofNullable(role))
            .filter(key -> !ROLES.contains(key))
            .map(key -> new FigureProblem(FigureToken.Part.ROLE, "The quiz has no role “" + key + "”."));
    private Figures values = (token, role) -> new Figure(token.text(),
            token instanceof FigureToken.Percent ? "32%" : "101",
            token instanceof FigureToken.Percent ? 32.0 : 101.0, 101, Instant.EPOCH, false, null,
            Provenance.NONE);

    static Seed content() {
        var seed = new Seed();
        for (var file : files("seed-content/documents/**/*.yaml")) {
            var document = (ObjectNode) YAML.readTree(text(file));
            seed.with(document.get("id").stringValue(), document.get("type").stringValue(),
                    (ObjectNode) document.get("content"));
        }
        return seed;
    }

    static Seed empty() {
        return new Seed();
    }

    Seed with(String id, String type, ObjectNode content) {
        var documentType = MODEL.type(type);
        documents.put(id,
                new Neighbour(id, type, documentType.slug(content).orElse(""), documentType.title(content), id,
                        content));
        return this;
    }

    Seed with(String id, String type, String yaml) {
        return with(id, type, json(yaml));
    }

    Seed on(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    Seed with(FigureCatalog figures, Figures figuresNow) {
        catalog = figures;
        values = figuresNow;
        return this;
    }

    static ObjectNode json(String yaml) {
        return (ObjectNode) YAML.readTree(yaml);
    }

    ObjectNode copy(String id) {
        return Optional.ofNullable(documents.get(id)).orElseThrow().content().deepCopy();
    }

    /** What the checks find in a document of this site. */
    List<Finding> check(Checks checks, String id) {
        var document = Optional.ofNullable(documents.get(id)).orElseThrow();
        return checks.of(id, MODEL.type(document.type()), document.content(), this);
    }

    static DocumentType type(String name) {
        return MODEL.type(name);
    }

    @Override
    public Optional<Neighbour> byId(String documentId) {
        return Optional.ofNullable(documents.get(documentId));
    }

    @Override
    public Optional<Neighbour> bySlug(String type, String slug) {
        return documents.values().stream().filter(document -> document.type().equals(type)
                && document.slug().equals(slug)).findFirst();
    }

    @Override
    public Optional<Neighbour> slugHolder(String type, String slug, String otherThan) {
        return documents.values().stream().filter(document -> document.type().equals(type)
                && document.slug().equals(slug) && !document.id().equals(otherThan)).findFirst();
    }

    @Override
    public List<Neighbour> peers(String type) {
        return documents.values().stream().filter(document -> document.type().equals(type)).toList();
    }

    @Override
    public FigureCatalog figures() {
        return catalog;
    }

    @Override
    public Figures values() {
        return values;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    private static List<String> quizRoles() {
        var quiz = new YAMLMapper().readTree(text(files("seed-content/quiz/quiz.yaml")[0]));
        return quiz.get("roles").valueStream().map(role -> role.get("key").stringValue()).toList();
    }

    private static Resource[] files(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:guidepost/" + pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
