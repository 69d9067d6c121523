package io.guidepost.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What browsers let pages of other origins do. */
class OpenToOriginsTest {

    private static final String QUIZ = "https://quiz.example";

    private static MockHttpServletResponse preflight(String origins, String path, String method, String headers)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("OPTIONS", path);
        request.addHeader(HttpHeaders.ORIGIN, QUIZ);
        request.addHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, method);
        request.addHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, headers);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new OpenToOrigins(List.of(origins)).doFilter(request, response, new MockFilterChain());
        return response;
    }

    @ParameterizedTest
    @CsvSource({"*, *", "https://quiz.example, https://quiz.example"})
    void a_page_may_send_a_response_with_its_key(String origins, String allowed) throws Exception {
        MockHttpServletResponse answer = preflight(origins, "/api/responses", "POST", "authorization, content-type");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isEqualTo(allowed);
        assertThat(answer.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS)).isEqualTo("POST");
        assertThat(answer.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS)).isEqualTo("authorization, content-type");
        assertThat(answer.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"https://guides.example, /api/responses, POST, authorization", "*, /api/responses, PUT, authorization",
        "*, /api/responses, POST, if-match", "*, /api/responses/taker-0001, POST, authorization",
        "*, /api/tokens, POST, authorization", "*, /api/me, GET, authorization"})
    void no_page_may_do_anything_else_there(String origins, String path, String method, String headers)
            throws Exception {
        assertThat(preflight(origins, path, method, headers).getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN))
                .isNull();
    }

    @Test
    void a_page_may_read_when_to_send_again() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/responses");
        request.addHeader(HttpHeaders.ORIGIN, QUIZ);
        for (String origins : List.of("*", QUIZ)) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            new OpenToOrigins(List.of(origins)).doFilter(request, response, new MockFilterChain());

            assertThat(response.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isEqualTo(origins);
            assertThat(response.getHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS)).isEqualTo("Retry-After");
        }
    }
}
