package io.guidepost.delivery;

import io.guidepost.content.ContentModel;
import io.guidepost.quiz.FakeQuizzes;
import io.guidepost.quiz.statistics.FakeSnapshots;
import io.guidepost.release.FakeLiveSites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.servlet.GraphQlWebMvcAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The delivery package by itself, with the seed content live and two releases of the site. */
@ImportAutoConfiguration({GraphQlAutoConfiguration.class, GraphQlWebMvcAutoConfiguration.class,
    JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, WebMvcAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class, TaskExecutionAutoConfiguration.class})
@ComponentScan(basePackageClasses = DeliveryRoutes.class, excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.guidepost\\.delivery\\.(preview\\..*|edition\\.ReleasePins)"))
public class DeliveryTestServer {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-04-01T00:00:00Z");

    @Bean
    FakeLiveSites liveSites(ContentModel model) throws IOException {
        List<FakeLiveSites.Published> documents = new ArrayList<>();
        YAMLMapper yaml = new YAMLMapper();
        for (Resource file : resources("guidepost/seed-content/documents/**/*.yaml")) {
            ObjectNode seed = (ObjectNode) yaml.readTree(file.getContentAsString(StandardCharsets.UTF_8));
            ObjectNode content = (ObjectNode) seed.get("content");
            documents.add(new FakeLiveSites.Published(seed.get("type").stringValue(), seed.get("id").stringValue(),
                    model.type(seed.get("type").stringValue()).slug(content).orElseThrow(), content));
        }
        FakeLiveSites sites = new FakeLiveSites(model);
        sites.publish(FIRST, documents);
        sites.publish(SECOND, documents.stream().filter(document -> document.id().equals("guide-ai-specialist"))
                .map(document -> new FakeLiveSites.Published(document.type(), document.id(), document.slug(),
                        document.content().deepCopy().put("title", "A new title for the guide")))
                .toList());
        return sites;
    }

    @Bean
    FakeSnapshots snapshots() {
        return new FakeSnapshots();
    }

    @Bean
    FakeQuizzes quizzes() {
        return new FakeQuizzes();
    }

    @Bean
    ContentModel contentModel() throws IOException {
        return ContentModel.parse(sdl());
    }

    @Bean
    FakeRelatedCareers relatedCareers() {
        return new FakeRelatedCareers();
    }

    @Bean
    FakeSiteSearch siteSearch() {
        return new FakeSiteSearch();
    }

    static String sdl() throws IOException {
        StringBuilder sdl = new StringBuilder();
        for (Resource file : resources("guidepost/schema/**/*.graphqls")) {
            sdl.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
        }
        return sdl.toString();
    }

    private static Resource[] resources(String pattern) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
    }
}
