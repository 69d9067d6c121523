package io.guidepost.security;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.guidepost.storage.TestMongo;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** People, tokens and filter chains on a database of their own, with a clock that tests set. No stereotype: never scanned. */
@EnableAutoConfiguration
@ComponentScan(basePackages = {"io.guidepost.security", "io.guidepost.web"})
class SecurityServer {

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
    SettableClock clock() {
        return new SettableClock();
    }
}
