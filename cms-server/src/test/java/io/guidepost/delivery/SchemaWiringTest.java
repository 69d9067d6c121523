package io.guidepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.introspection.IntrospectionQuery;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.guidepost.content.ContentModel;
import io.guidepost.delivery.field.SchemaWiring;
import io.guidepost.delivery.field.UnwiredFieldException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

class SchemaWiringTest extends DeliveryTest {

    @Test
    void every_field_of_the_schema_has_a_fetcher(@Autowired GraphQlSource source) {
        assertThat(fieldsWithoutFetcher(source.schema())).isEmpty();
    }

    @Test
    void a_document_type_and_a_field_added_to_the_files_need_no_java() throws IOException {
        GraphQLSchema schema = schema(
                """
                        type Glossary @document(slug: "slug", title: "term") {
                          id: ID! @computed
                          slug: Slug! @unique
                          term: String! @text(max: 60)
                          meaning: RichText!
                          examples: [Example!]
                          sources: [Source!]!
                        }
                        type Example { text: String! @text(max: 60) }
                        type GlossaryConnection { totalCount: Int! edges: [GlossaryEdge!]! nodes: [Glossary!]! pageInfo: PageInfo! }
                        type GlossaryEdge { cursor: String! node: Glossary! }
                        extend type Query {
                          glossary(slug: Slug!, edition: ID): Glossary
                          glossaries(first: Int = 20, after: String, filter: DocumentFilter, sort: DocumentSort, edition: ID): GlossaryConnection!
                        }
                        extend type Faq { aside: String @text(max: 60) }
                        """);

        assertThat(fieldsWithoutFetcher(schema)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"extend type Faq { readers: Int @computed }", "extend type Query { weather: String }",
        "extend type Figure { colour: String }", "extend type Query { faqBy(name: String): Faq }",
        "input ByColour { colour: String } extend type Query { someFaqs(filter: ByColour): FaqConnection! }",
        "enum Size { LARGEST } extend type Query { someFaqs(sort: Size): FaqConnection! }"})
    void a_field_that_nothing_can_fetch_stops_the_start(String addition) {
        assertThatThrownBy(() -> schema(addition)).isInstanceOf(UnwiredFieldException.class)
                .hasMessageStartingWith("Nothing says how to fetch ");
    }

    @Test
    void introspection_is_answered() {
        assertThat(data(post(IntrospectionQuery.INTROSPECTION_QUERY)).at("/__schema/queryType/name").asString())
                .isEqualTo("Query");
    }

    private static GraphQLSchema schema(String addition) throws IOException {
        String sdl = DeliveryTestServer.sdl() + addition;
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new SchemaWiring(ContentModel.parse(sdl)));
        SchemaWiring.scalars().forEach(wiring::scalar);
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring.build());
    }

    private static List<String> fieldsWithoutFetcher(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !type.getName().startsWith("__"))
                .flatMap(type -> type.getFieldDefinitions().stream()
                        .filter(field -> !schema.getCodeRegistry()
                                .hasDataFetcher(FieldCoordinates.coordinates(type, field)))
                        .map(field -> type.getName() + "." + field.getName()))
                .toList();
    }
}
