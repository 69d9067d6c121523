package io.guidepost.related;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.guidepost.related.embedding.EmbeddingModel;
import io.guidepost.storage.Inserts;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;

/**
 * Keeps vectors in the collection {@code guide-vectors}, as floats of four bytes, the lowest first:
 *
 * {@snippet lang=json :
 * {"_id": "all-minilm-l6-v2-q/guide-ai-specialist@4", "model": "all-minilm-l6-v2-q", "vector": "<bytes>"}
 * }
 *
 * and centres in {@code guide-centres}, those before the newest until it is there:
 *
 * {@snippet lang=json :
 * {"_id": "all-minilm-l6-v2-q/3", "model": "all-minilm-l6-v2-q", "number": 3, "guides": 923, "vector": "<bytes>"}
 * }
 */
@Repository
class MongoGuideVectors implements GuideVectors {

    private static final String ID = "_id";
    private static final String MODEL = "model";
    private static final String NUMBER = "number";
    private static final String VECTOR = "vector";

    private final MongoCollection<Document> vectors;
    private final MongoCollection<Document> centres;
    private final String model;

    MongoGuideVectors(MongoDatabase database, EmbeddingModel model) {
        this.vectors = database.getCollection("guide-vectors");
        this.centres = database.getCollection("guide-centres");
        this.model = model.name();
    }

    @Override
    public Set<String> publications() {
        Set<String> publications = new HashSet<>();
        vectors.find(eq(MODEL, model)).projection(Projections.include(ID))
                .forEach(found -> publications.add(publication(found)));
        return publications;
    }

    @Override
    public Map<String, float[]> load(Collection<String> publications) {
        Map<String, float[]> loaded = new HashMap<>();
        vectors.find(in(ID, ids(publications))).forEach(found -> loaded.put(publication(found), floats(found)));
        return loaded;
    }

    @Override
    public void keep(String publication, float[] vector) {
        String id = id(publication);
        vectors.replaceOne(eq(ID, id), new Document(ID, id).append(MODEL, model).append(VECTOR, bytes(vector)),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public void drop(Collection<String> publications) {
        vectors.deleteMany(in(ID, ids(publications)));
    }

    @Override
    public Centre centre() {
        Document newest = centres.find(eq(MODEL, model)).sort(Sorts.descending(NUMBER)).first();
        return newest == null
                ? Centre.NONE
                : new Centre(newest.getInteger(NUMBER), newest.getInteger("guides"), floats(newest));
    }

    @Override
    public boolean advance(Centre centre) {
        boolean first = Inserts.ifAbsent(centres,
                new Document(ID, id(Integer.toString(centre.number()))).append(MODEL, model)
                        .append(NUMBER, centre.number()).append("guides", centre.guides())
                        .append(VECTOR, bytes(centre.mean())));
        if (first) {
            centres.deleteOne(eq(ID, id(Integer.toString(centre.number() - 2))));
        }
        return first;
    }

    private List<String> ids(Collection<String> publications) {
        return publications.stream().map(this::id).toList();
    }

    private String id(String name) {
        return model + "/" + name;
    }

    private String publication(Document found) {
        return found.getString(ID).substring(model.length() + 1);
    }

    private static Binary bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return new Binary(bytes.array());
    }

    private static float[] floats(Document found) {
        ByteBuffer bytes = ByteBuffer.wrap(found.get(VECTOR, Binary.class).getData()).order(ByteOrder.LITTLE_ENDIAN);
        float[] vector = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(vector);
        return vector;
    }
}
