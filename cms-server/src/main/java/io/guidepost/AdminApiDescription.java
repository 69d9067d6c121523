package io.guidepost;

import io.guidepost.editorial.DocumentId;
import io.guidepost.security.Actor;
import io.guidepost.security.PersonId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes the admin API: who may call it, how refusals look, and ids as the texts that they are on the wire. */
@Configuration(proxyBeanMethods = false)
class AdminApiDescription {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class)
                .replaceWithClass(DocumentId.class, String.class).replaceWithClass(PersonId.class, String.class)
                .replaceWithSchema(ObjectNode.class, new ObjectSchema())
                .replaceWithSchema(JsonNode.class, new Schema<>());
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Guidepost admin API").version("0")
                        .description("Working copies, review, releases, statistics and people. Published content is "
                                + "delivered by GraphQL at /graphql and needs no token.")
                        .license(new License().name("Apache License 2.0")))
                .components(new Components()
                        .addSecuritySchemes(TOKEN,
                                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                                        .description("A token of POST /api/tokens, which takes login and password by "
                                                + "HTTP Basic.")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OpenApiCustomizer openApiRefusals() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().values()
                    .forEach(path -> path.readOperations().forEach(AdminApiDescription::addRefusal));
        };
    }

    private static void addRefusal(Operation operation) {
        operation.getResponses().addApiResponse("default",
                new ApiResponse().description("A refusal, as a problem (RFC 9457)")
                        .content(new Content().addMediaType("application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema().description("Why a request was refused (RFC 9457).")
                .addProperty("type", new StringSchema().example("urn:guidepost:problem:stale-version"))
                .addProperty("title", new StringSchema()).addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("detail", new StringSchema()).addProperty("instance", new StringSchema())
                .addProperty("problems", new ArraySchema().items(new ObjectSchema()
                        .addProperty("pointer", new StringSchema().description("Where, as a JSON pointer."))
                        .addProperty("code", new StringSchema()).addProperty("message", new StringSchema())));
    }
}
