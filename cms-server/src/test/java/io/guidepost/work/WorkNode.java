package io.guidepost.work;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.editorial.Notes.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.mongodb.client.MongoDatabase;
import io.guidepost.audit.AuditLogAlone;
import io.guidepost.content.ContentModel;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.Figures;
import io.guidepost.editorial.ChangedDocuments;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Notes;
import io.guidepost.security.Actor;
import io.guidepost.security.Colleagues;
import io.guidepost.web.Problems;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server's working copies and their index, on backends that others may share; the index follows when a test says so. */
final class WorkNode implements AutoCloseable {

    /** By these the index is not followed by itself in a test's life: it looks once an hour. */
    static final WorkProperties SETTINGS = new WorkProperties("unused", Duration.ofHours(1), 3, Duration.ofMinutes(1),
            Duration.ofDays(1));

    private final GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());
    private final MockMvcTester http;
    private final Clock clock;
    private final ElasticsearchWorkIndex index;
    private final WorkFollower follower;

    WorkNode(ContentModel model, MongoDatabase database, ElasticsearchClient client, String alias, Clock clock) {
        this.clock = clock;
        this.index = new ElasticsearchWorkIndex(client, alias, 1);
        AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(ContentModel.class, () -> model);
        context.registerBean(FigureCatalog.class, () -> Notes.FIGURES);
        context.registerBean(Figures.class, () -> Notes.FIGURE_VALUES);
        context.registerBean(Colleagues.class, () -> Notes.COLLEAGUES);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Edge.class);
        context.registerBean(Origins.class);
        context.registerBean(WorkEntries.class);
        context.registerBean(OpenWork.class);
        context.registerBean(WorkReading.class);
        context.registerBean(FindingWork.class);
        context.registerBean(WorkController.class);
        context.registerBean(WorkProblems.class);
        context.registerBean(WorkIndex.class, () -> index);
        context.registerBean(WorkProperties.class, () -> SETTINGS);
        context.registerBean(WorkFollower.class, () -> follower(get(ChangedDocuments.class), index),
                definition -> definition.setLazyInit(false));
        context.refresh();
        get(WorkFollower.class).stop();
        http = MockMvcTester.from(context);
        follower = follower(get(ChangedDocuments.class), index);
    }

    /** The one component of a type. */
    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    ElasticsearchWorkIndex index() {
        return index;
    }

    WorkFollower follower() {
        return follower;
    }

    /** One that has not looked yet. */
    WorkFollower follower(ChangedDocuments changes, WorkIndex of) {
        return new WorkFollower(changes, get(Documents.class), get(WorkEntries.class), of, SETTINGS, clock);
    }

    /** Brings all that has changed into the index. */
    void tick() {
        follower.tick();
    }

    static DocumentId id(String value) {
        return new DocumentId(value);
    }

    /** Has Ada write a note. */
    void write(String id, String title, String text) {
        get(Editing.class).create(ADA, "Note", id(id), note(id, title, text));
    }

    static ObjectNode note(String slug, String title, String text) {
        return JsonMapper.shared().createObjectNode().put("slug", slug).put("title", title).put("body", text);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** The ids of what a query of Ada's finds. */
    List<String> ids(String query) {
        return itemIds(body(query));
    }

    static List<String> itemIds(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }

    JsonNode body(String query) {
        return answered(as(ADA, "/api/work?" + query));
    }

    static JsonNode answered(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return json(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    /** Ada's answer, or Eve's. */
    MvcTestResult as(Actor actor, String path) {
        return http.get().uri(URI.create(path)).header("Actor", actor.id().value()).exchange();
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableWebMvc
    @Import(AuditLogAlone.class)
    @ComponentScan(basePackages = {"io.guidepost.editorial",
        "io.guidepost.checks"}, excludeFilters = @ComponentScan.Filter(EnableWebMvc.class))
    @ComponentScan(basePackageClasses = Problems.class, useDefaultFilters = false, includeFilters = @ComponentScan.Filter(RestControllerAdvice.class))
    static class Edge implements WebMvcConfigurer, HandlerMethodArgumentResolver {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container,
                NativeWebRequest request, WebDataBinderFactory binders) {
            return ADA.id().value().equals(request.getHeader("Actor")) ? ADA : EVE;
        }
    }
}
