package io.guidepost.delivery;

import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.ExecutionInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Queries that an operator has put beside the server: clients name them by their hash without ever sending them, and if need be no others are
 * run. One that does not fit the schema, or is not there, stops the start, for a site would find out only when it asks.
 */
@Component
@EnableConfigurationProperties(QueryProperties.class)
class RegisteredQueries {

    private static final Logger LOG = LoggerFactory.getLogger(RegisteredQueries.class);

    private final Map<String, String> queries = new HashMap<>();
    private final boolean only;

    RegisteredQueries(QueryProperties properties, ResourcePatternResolver resources, GraphQlSource source)
            throws IOException {
        this.only = properties.registeredOnly();
        for (String pattern : properties.registered()) {
            List<Resource> files = files(pattern, resources);
            if (files.isEmpty()) {
                throw FaultyQueryException.noneAt(pattern);
            }
            for (Resource file : files) {
                register(file, source);
            }
        }
        if (only || !queries.isEmpty()) {
            LOG.info("{} queries are registered{}", queries.size(), only ? "; no others are run" : "");
        }
    }

    private static List<Resource> files(String pattern, ResourcePatternResolver resources) throws IOException {
        try {
            return Stream.of(resources.getResources(pattern)).filter(Resource::isReadable).toList();
        } catch (FileNotFoundException noFolder) {
            return List.of();
        }
    }

    private void register(Resource file, GraphQlSource source) throws IOException {
        String query = file.getContentAsString(StandardCharsets.UTF_8);
        ParseAndValidateResult checked = ParseAndValidate.parseAndValidate(source.schema(),
                ExecutionInput.newExecutionInput(query).build());
        if (checked.isFailure()) {
            throw FaultyQueryException.in(String.valueOf(file.getFilename()), checked.getErrors().stream()
                    .map(GraphQLError::getMessage).collect(Collectors.joining("; ")));
        }
        queries.put(Hashes.sha256(query), query);
    }

    /**
     * The registered query of a hash.
     *
     * @return nothing if there is none, and the client may send the text along
     * @throws UnregisteredQueryException if no other query may be run
     */
    Optional<String> find(String hash) {
        String query = queries.get(hash);
        if (only && query == null) {
            throw new UnregisteredQueryException();
        }
        return Optional.ofNullable(query);
    }

    /**
     * Lets a query pass.
     *
     * @throws UnregisteredQueryException if it may not be run
     */
    void check(String query) {
        if (only && !queries.containsKey(Hashes.sha256(query))) {
            throw new UnregisteredQueryException();
        }
    }
}
