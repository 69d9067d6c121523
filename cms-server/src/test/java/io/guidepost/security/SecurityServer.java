package io.guidepost.security;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** People, tokens and filter chains on a database in memory, with a clock that tests set. No stereotype: never scanned. */
@EnableAutoConfiguration
@ComponentScan(basePackages = {"io.guidepost.security", "io.guidepost.web"})
class SecurityServer {

    @Bean(destroyMethod = "shutdown")
    MongoServer mongoServer() {
        MongoServer server = new MongoServer(H2Backend.inMemory());
        server.bind();
        return server;
    }

    @Bean
    MongoClient mongoClient(MongoServer server) {
        return MongoClients.create(server.getConnectionString());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client) {
        return client.getDatabase("guidepost");
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }
}
