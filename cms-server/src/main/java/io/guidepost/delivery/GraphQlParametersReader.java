package io.guidepost.delivery;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the parameters of a GraphQL request from the address of a GET or the body of a POST. */
@Component
class GraphQlParametersReader {

    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {
    };

    private static final String WANTED = "a JSON object with `query`, and if need be `operationName`, `variables` and"
            + " `extensions`, is required.";

    private final JsonMapper mapper;

    GraphQlParametersReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads those of a GET.
     *
     * @throws MalformedRequestException if one is malformed
     */
    GraphQlParameters ofAddress(ServerRequest request) {
        return new GraphQlParameters(request.param("query").orElse(null),
                request.param("operationName").filter(name -> !name.isEmpty()).orElse(null),
                object("variables", request), object("extensions", request));
    }

    private Map<String, @Nullable Object> object(String name, ServerRequest request) {
        String text = request.param(name).orElse("");
        if (text.isBlank()) {
            return Map.of();
        }
        try {
            if (mapper.readTree(text) instanceof ObjectNode object) {
                return values(object);
            }
        } catch (JacksonException malformed) {
            throw MalformedRequestException.ofParameter("The parameter `" + name + "` is not JSON.", malformed);
        }
        throw MalformedRequestException.ofParameter("The parameter `" + name + "` must be a JSON object.");
    }

    /**
     * Reads those of a POST.
     *
     * @throws MalformedRequestException if the body is no request
     */
    GraphQlParameters ofBody(ServerRequest request) throws IOException {
        JsonNode body;
        try {
            body = mapper.readTree(request.servletRequest().getInputStream());
        } catch (JacksonException malformed) {
            throw MalformedRequestException.ofBody("The body is not JSON; " + WANTED, malformed);
        }
        return switch (body) {
            case ObjectNode object -> new GraphQlParameters(text("query", object), text("operationName", object),
                    object("variables", object), object("extensions", object));
            case ArrayNode batch -> throw MalformedRequestException.ofBody(
                    "Several requests in one are not taken; send each by itself, or ask for more in one query.", null);
            case MissingNode _ -> throw MalformedRequestException.ofBody("The body is empty; " + WANTED, null);
            default -> throw MalformedRequestException.ofBody("The body is something else; " + WANTED, null);
        };
    }

    private static @Nullable String text(String name, ObjectNode body) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw MalformedRequestException.ofParameter("`" + name + "` must be a text.");
        }
        return value.stringValue();
    }

    private Map<String, @Nullable Object> object(String name, ObjectNode body) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Map.of();
        }
        if (value instanceof ObjectNode object) {
            return values(object);
        }
        throw MalformedRequestException.ofParameter("`" + name + "` must be a JSON object.");
    }

    private Map<String, @Nullable Object> values(ObjectNode object) {
        return mapper.convertValue(object, VALUES);
    }
}
