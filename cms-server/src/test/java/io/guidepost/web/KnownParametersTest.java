package io.guidepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class KnownParametersTest {

    private final MockMvcTester http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Things())
            .setControllerAdvice(new GlobalProblems()).addInterceptors(new KnownParameters()).build());

    /** An inner class, which no scan of the class path makes part of a server. */
    @RestController
    class Things {

        @GetMapping("/things/{id}")
        String find(@PathVariable String id, @RequestParam(required = false) String colour,
                @RequestParam(name = "sort-by", required = false) String order,
                @RequestParam(value = "größe", required = false) String size) {
            return "found";
        }

        @GetMapping("/things")
        String all() {
            return "all";
        }
    }

    @Test
    void a_parameter_is_known_by_the_name_that_the_operation_gives_it() {
        assertThat(get("/things/1?colour=red&sort-by=size&gr%C3%B6%C3%9Fe=1")).hasStatusOk();
        assertThat(get("/things/1?colour=red&colour=blue&&")).hasStatusOk();
        assertThat(get("/things/1?col%6Fur")).hasStatusOk();
        assertThat(get("/things")).hasStatusOk();
    }

    @Test
    void a_parameter_that_the_operation_does_not_know_is_refused_by_name_and_never_with_its_value() {
        MvcTestResult answer = get("/things/1?colour=red&color=hush");

        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                {"type": "urn:guidepost:problem:unknown-parameter",
                 "detail": "There is no parameter “color” here; those known are colour, größe, sort-by."}""");
        assertThat(answer).bodyText().doesNotContain("hush");
    }

    @Test
    void neither_a_variable_of_the_path_nor_the_name_of_a_method_parameter_is_a_query_parameter() {
        assertThat(get("/things/1?id=2")).hasStatus(400);
        assertThat(get("/things/1?order=size")).hasStatus(400);
        assertThat(get("/things?colour=red")).hasStatus(400).bodyJson().extractingPath("$.detail")
                .isEqualTo("There is no parameter “colour” here; there are none at all.");
    }

    private MvcTestResult get(String path) {
        return http.get().uri(URI.create(path)).exchange();
    }
}
