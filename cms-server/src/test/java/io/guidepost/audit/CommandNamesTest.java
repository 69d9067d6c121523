package io.guidepost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.guidepost.web.Command;
import io.guidepost.web.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockServletContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks all operations that the controllers map, without making a controller. */
class CommandNamesTest {

    private static final Set<RequestMethod> READING = Set.of(RequestMethod.GET, RequestMethod.HEAD,
            RequestMethod.OPTIONS);

    @Test
    void every_operation_that_may_change_something_is_a_command_by_name_or_marked_as_a_query() {
        List<HandlerMethod> commands = commandsOfTheServer();

        assertThat(commands).hasSizeGreaterThan(10);
        assertThat(misnamed(commands)).isEmpty();
    }

    @Test
    void no_two_operations_have_the_same_name() {
        List<String> names = commandsOfTheServer().stream()
                .map(operation -> operation.getMethodAnnotation(Command.class)).filter(Objects::nonNull)
                .map(Command::value).toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void an_operation_without_a_name_with_a_bad_one_and_with_both_marks_is_found() {
        // A local class, which no scan of the class path makes part of a server.
        @RestController
        @RequestMapping("/api/things")
        class Things {

            @GetMapping
            void list() {}

            @PostMapping("/check")
            @Query
            void check() {}

            @PostMapping("/named")
            @Command("things.name")
            void named() {}

            @PostMapping("/nameless")
            void nameless() {}

            @RequestMapping("/any")
            void any() {}

            @PostMapping("/bad")
            @Command("Bad")
            void bad() {}

            @PostMapping("/both")
            @Command("things.both")
            @Query
            void both() {}
        }
        GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());
        context.registerBean(Things.class);

        assertThat(misnamed(commandsIn(context))).extracting(operation -> operation.getMethod().getName())
                .containsExactlyInAnyOrder("nameless", "any", "bad", "both");
    }

    private static List<HandlerMethod> misnamed(List<HandlerMethod> commands) {
        List<HandlerMethod> misnamed = new ArrayList<>(commands);
        misnamed.removeIf(operation -> {
            Command command = operation.getMethodAnnotation(Command.class);
            return operation.hasMethodAnnotation(Query.class)
                    ? command == null
                    : command != null && command.value().matches(Command.FORM);
        });
        return misnamed;
    }

    private static List<HandlerMethod> commandsOfTheServer() {
        GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.scan("io.guidepost");
        return commandsIn(context);
    }

    private static List<HandlerMethod> commandsIn(GenericWebApplicationContext context) {
        try (context) {
            for (String name : context.getBeanDefinitionNames()) {
                context.getBeanDefinition(name).setLazyInit(true);
            }
            context.registerBean(RequestMappingHandlerMapping.class);
            context.refresh();
            List<HandlerMethod> commands = new ArrayList<>();
            context.getBean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, operation) -> {
                if (isCommand(mapping)) {
                    commands.add(operation);
                }
            });
            return commands;
        }
    }

    private static boolean isCommand(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/api"))
                && (methods.isEmpty() || !READING.containsAll(methods));
    }
}
