package io.guidepost;

import io.guidepost.transfer.command.TransferCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Guidepost server, and the commands that speak to a running one. */
@SpringBootApplication
public class GuidepostApplication {

    /**
     * Starts the server, or runs a command.
     *
     * @param arguments Spring Boot's command line: {@code --server.port=8080} and the like; or {@code export} or {@code import} with
     *        theirs
     */
    public static void main(String[] arguments) {
        if (TransferCommands.isCommand(arguments)) {
            System.exit(TransferCommands.run(null, null, arguments));
        }
        SpringApplication.run(GuidepostApplication.class, arguments);
    }
}
