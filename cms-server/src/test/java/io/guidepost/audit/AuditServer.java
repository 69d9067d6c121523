package io.guidepost.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.guidepost.storage.TestMongo;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** People, tokens and the audit log on a database of their own. No stereotype: never scanned. */
@EnableAutoConfiguration
@ComponentScan(basePackages = {"io.guidepost.security", "io.guidepost.web", "io.guidepost.audit"})
class AuditServer {

    @Bean
    TestMongo mongo() {
        return TestMongo.started();
    }

    @Bean(destroyMethod = "")
    MongoClient mongoClient(TestMongo mongo) {
        return mongo.client();
    }

    @Bean
    MongoDatabase mongoDatabase(TestMongo mongo) {
        return mongo.database();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
