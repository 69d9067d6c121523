package io.guidepost.storage;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names the database that every package keeps its collections in. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, @Value("${guidepost.storage.database:guidepost}") String name) {
        return client.getDatabase(name);
    }
}
