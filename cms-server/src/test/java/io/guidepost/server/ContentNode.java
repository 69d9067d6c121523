package io.guidepost.server;

import com.mongodb.client.MongoDatabase;
import io.guidepost.content.ContentModel;
import io.guidepost.editorial.Document;
import io.guidepost.editorial.DocumentId;
import io.guidepost.editorial.Documents;
import io.guidepost.editorial.Editing;
import io.guidepost.editorial.Reviewing;
import io.guidepost.security.Actor;
import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import io.guidepost.security.PersonId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A node's documents, releases and statistics on a database that other nodes may share; without the web and search. */
public final class ContentNode implements AutoCloseable {

    public static final Actor ADA = Actor.system("ada");
    public static final Actor EVE = Actor.system("eve");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Starts a node, with further configurations or components. */
    public ContentNode(MongoDatabase database, Class<?>... more) {
        this(database, Map.of(), more);
    }

    /** Starts a node with settings of its own. */
    public ContentNode(MongoDatabase database, Map<String, Object> settings, Class<?>... more) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(MongoDatabase.class, () -> database);
        context.register(Configuration.class);
        if (more.length > 0) {
            context.register(more);
        }
        context.refresh();
    }

    /** The one component of a type. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** The working copy of a document that there is. */
    public Document find(String id) {
        return get(Documents.class).find(new DocumentId(id)).orElseThrow();
    }

    /** Has Ada write a document, or the next version of it, and Eve approve it. */
    public Document approved(String type, String id, ObjectNode content) {
        Editing editing = get(Editing.class);
        DocumentId key = new DocumentId(id);
        Document draft = get(Documents.class).find(key).map(before -> editing.save(ADA, key, before.version(), content))
                .orElseGet(() -> editing.create(ADA, type, key, content));
        Reviewing reviewing = get(Reviewing.class);
        return reviewing.approve(EVE, key, reviewing.submit(ADA, key, draft.version()).version());
    }

    /** A question that is answered. */
    public static ObjectNode faq(String slug, String answer) {
        return JsonMapper.shared().createObjectNode().put("slug", slug).put("question", "What about " + slug + "?")
                .put("answer", answer);
    }

    /** A source. */
    public static ObjectNode source(String slug) {
        return JsonMapper.shared().createObjectNode().put("slug", slug).put("title", "On " + slug).put("publisher",
                "A bureau").put("url", "https://example.org/" + slug).put("accessed", "2026-02-28");
    }

    @Override
    public void close() {
        context.close();
    }

    /** No stereotype: never scanned. */
    @ComponentScan(basePackages = {"io.guidepost.audit", "io.guidepost.checks", "io.guidepost.editorial",
        "io.guidepost.release",
        "io.guidepost.quiz"}, excludeFilters = @Filter({RestController.class, RestControllerAdvice.class,
            EnableWebMvc.class}))
    @EnableConfigurationProperties
    static class Configuration {

        @Bean
        Colleagues colleagues() {
            return new Colleagues() {

                @Override
                public Optional<Colleague> find(PersonId id) {
                    return Optional.empty();
                }

                @Override
                public List<Colleague> all() {
                    return List.of();
                }
            };
        }

        @Bean
        JsonMapper jsonMapper() {
            return JsonMapper.shared();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ContentModel contentModel() throws IOException {
            StringBuilder sdl = new StringBuilder();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(
                    "classpath*:guidepost/schema/**/*.graphqls")) {
                sdl.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
            }
            return ContentModel.parse(sdl.toString());
        }
    }
}
