package io.guidepost.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Has Tomcat answer with problems, not pages, what it refuses on its own: request lines, paths and headers that it cannot take. */
@Component
class ContainerRefusals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            Container host = context.getParent();
            if (host instanceof StandardHost standard) {
                standard.setErrorReportValveClass(Valve.class.getName());
            }
        });
    }

    static String detail(HttpStatus status) {
        return status.is5xxServerError()
                ? "Something went wrong on the server."
                : "The request cannot be taken as it is.";
    }

    /** Made by Tomcat, by its name. */
    public static final class Valve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            if (status == null || !status.isError() || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            byte[] problem = """
                    {"type": "urn:guidepost:problem:%s", "title": "%s", "status": %d, "detail": "%s"}
                    """.formatted(Problems.code(status), status.getReasonPhrase(), status.value(), detail(status))
                    .getBytes(StandardCharsets.UTF_8);
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream().write(problem);
                response.finishResponse();
            } catch (IOException gone) {
                container.getLogger().debug("Nobody is there to be told of status " + status.value(), gone);
            }
        }
    }
}
