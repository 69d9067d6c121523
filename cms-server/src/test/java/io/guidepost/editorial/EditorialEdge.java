package io.guidepost.editorial;

import static io.guidepost.editorial.Notes.ADA;
import static io.guidepost.editorial.Notes.EVE;

import com.mongodb.client.MongoDatabase;
import io.guidepost.audit.AuditLogAlone;
import io.guidepost.content.ContentModel;
import io.guidepost.content.FigureCatalog;
import io.guidepost.content.Figures;
import io.guidepost.security.Actor;
import io.guidepost.security.Colleagues;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
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

/** The admin API of the editorial package over real stores; whoever the header {@code Actor} names is let in. */
public final class EditorialEdge {

    private final GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());
    private final MockMvcTester http;

    /** Starts it on a database. */
    public EditorialEdge(MongoDatabase database) {
        AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(ContentModel.class, () -> Notes.MODEL);
        context.registerBean(FigureCatalog.class, () -> Notes.FIGURES);
        context.registerBean(Figures.class, () -> Notes.FIGURE_VALUES);
        context.registerBean(Colleagues.class, () -> Notes.COLLEAGUES);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Edge.class);
        context.refresh();
        http = MockMvcTester.from(context);
    }

    /** What it is made of. */
    public GenericWebApplicationContext context() {
        return context;
    }

    /** For requests of another form. */
    public MockMvcTester http() {
        return http;
    }

    /** A request by somebody, its JSON with single quotes. */
    public MvcTestResult as(Actor actor, HttpMethod method, String path, @Nullable String version,
            @Nullable String body) {
        MockMvcTester.MockMvcRequestBuilder request = http.method(method).uri(URI.create(path))
                .header("Actor", actor.id().value());
        if (version != null) {
            request.header("If-Match", version);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"'));
        }
        return request.exchange();
    }

    /** No stereotype: never scanned. */
    @EnableWebMvc
    @ComponentScan(basePackages = {"io.guidepost.editorial",
        "io.guidepost.checks"}, excludeFilters = @ComponentScan.Filter(EnableWebMvc.class))
    @ComponentScan(basePackages = {"io.guidepost.web",
        "io.guidepost.security"}, useDefaultFilters = false, includeFilters = @ComponentScan.Filter(RestControllerAdvice.class))
    @Import(AuditLogAlone.class)
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
