package io.guidepost;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Guidepost server. */
@SpringBootApplication
public class GuidepostApplication {

    /**
     * Starts the server.
     *
     * @param arguments Spring Boot's command line: {@code --server.port=8080} and the like
     */
    public static void main(String[] arguments) {
        SpringApplication.run(GuidepostApplication.class, arguments);
    }
}
