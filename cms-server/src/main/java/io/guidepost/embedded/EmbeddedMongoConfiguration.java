package io.guidepost.embedded;

import com.mongodb.ConnectionString;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Runs a MongoDB here and tells Spring Boot's client of it, if none is named. */
@Configuration(proxyBeanMethods = false)
@Conditional(NotConfigured.Mongo.class)
@Import(DataFolderConfiguration.class)
class EmbeddedMongoConfiguration {

    @Bean
    EmbeddedMongo embeddedMongo(DataFolder folder) {
        return EmbeddedMongo.start(folder.resolve("mongodb"));
    }

    @Bean
    MongoConnectionDetails embeddedMongoConnection(EmbeddedMongo mongo) {
        ConnectionString connection = new ConnectionString(mongo.connectionString());
        return () -> connection;
    }
}
