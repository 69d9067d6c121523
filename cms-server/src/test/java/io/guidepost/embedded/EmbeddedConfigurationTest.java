package io.guidepost.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class EmbeddedConfigurationTest {

    private static final String EXTERNAL_MONGO = "spring.mongodb.uri=mongodb://127.0.0.1:1/?connectTimeoutMS=10";
    private static final String EXTERNAL_ELASTICSEARCH = "spring.elasticsearch.uris=http://127.0.0.1:1";

    @TempDir
    private Path folder;

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class,
                ElasticsearchRestClientAutoConfiguration.class, ElasticsearchClientAutoConfiguration.class))
                .withUserConfiguration(EmbeddedMongoConfiguration.class, EmbeddedElasticsearchConfiguration.class)
                .withPropertyValues("guidepost.embedded.data-folder=" + folder.resolve("data"));
    }

    @Test
    void nothing_is_embedded_when_both_servers_are_named() {
        runner().withPropertyValues(EXTERNAL_MONGO, EXTERNAL_ELASTICSEARCH).run(context -> {
            assertThat(context).doesNotHaveBean(EmbeddedMongo.class).doesNotHaveBean(EmbeddedElasticsearch.class)
                    .doesNotHaveBean(DataFolder.class).hasSingleBean(MongoClient.class).hasSingleBean(
                            ElasticsearchClient.class);
            assertThat(folder.resolve("data")).doesNotExist();
        });
    }

    @Test
    void a_server_named_by_its_host_or_in_an_indexed_list_counts_too() {
        runner().withPropertyValues("spring.mongodb.host=127.0.0.1", "spring.elasticsearch.uris[0]=http://127.0.0.1:1")
                .run(context -> assertThat(context).doesNotHaveBean(EmbeddedMongo.class).doesNotHaveBean(
                        EmbeddedElasticsearch.class));
    }

    @Test
    void an_empty_name_is_no_name() {
        runner().withPropertyValues("spring.mongodb.uri=", EXTERNAL_ELASTICSEARCH).run(context -> assertThat(context)
                .hasSingleBean(EmbeddedMongo.class));
    }

    @Test
    void one_can_be_embedded_without_the_other() {
        runner().withPropertyValues(EXTERNAL_ELASTICSEARCH).run(context -> {
            assertThat(context).hasSingleBean(EmbeddedMongo.class).doesNotHaveBean(EmbeddedElasticsearch.class);
            MongoCollection<Document> things = context.getBean(MongoClient.class).getDatabase("test").getCollection(
                    "things");
            things.insertOne(new Document());
            assertThat(things.countDocuments()).isEqualTo(1);
            assertThat(context.getBean(MongoConnectionDetails.class).getConnectionString().getHosts()).allMatch(
                    host -> host.startsWith("127.0.0.1:"));
        });
    }

    @Test
    void the_server_starts_before_elasticsearch_answers_and_knows_where_it_will() {
        runner().withPropertyValues(EXTERNAL_MONGO).run(context -> {
            assertThat(context).hasSingleBean(ElasticsearchClient.class);
            EmbeddedElasticsearch elasticsearch = context.getBean(EmbeddedElasticsearch.class);
            assertThat(context.getBean(ElasticsearchConnectionDetails.class).getNodes()).singleElement().satisfies(
                    node -> assertThat(node.port()).isEqualTo(elasticsearch.port()));
        });
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_with_a_way_out() {
        ApplicationContextRunner server = runner().withPropertyValues(EXTERNAL_ELASTICSEARCH);
        server.run(first -> server.run(second -> {
            assertThat(second).hasFailed();
            FailureAnalysis analysis = new DataFolderInUseAnalyzer().analyze(second.getStartupFailure());
            assertThat(analysis.getDescription()).contains(folder.resolve("data").toString());
            assertThat(analysis.getAction()).contains("guidepost.embedded.data-folder");
            assertThat(first.getBean(MongoClient.class).getDatabase("test").listCollectionNames()).isEmpty();
        }));
    }

    @Test
    void the_analysis_is_known_to_spring_boot() throws Exception {
        try (var resources = getClass().getResourceAsStream("/META-INF/spring.factories")) {
            assertThat(new String(resources.readAllBytes())).contains(DataFolderInUseAnalyzer.class.getName());
        }
    }

    @Test
    void a_bean_can_still_write_while_the_server_shuts_down() {
        AtomicBoolean written = new AtomicBoolean();
        runner().withPropertyValues(EXTERNAL_ELASTICSEARCH).withBean(AtomicBoolean.class, () -> written)
                .withUserConfiguration(LastWord.class).run(context -> assertThat(written).isFalse());

        assertThat(written).isTrue();
        assertThat(Files.exists(folder.resolve("data/mongodb/store.mv"))).isTrue();
    }

    @Configuration(proxyBeanMethods = false)
    static class LastWord {

        @Bean
        DisposableBean lastWord(MongoClient client, AtomicBoolean written) {
            return () -> {
                client.getDatabase("test").getCollection("things").insertOne(new Document());
                written.set(true);
            };
        }
    }
}
