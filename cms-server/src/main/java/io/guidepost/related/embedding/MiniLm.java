package io.guidepost.related.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/**
 * The sentence embedding model <a href="https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2">all-MiniLM-L6-v2</a> with
 * weights of eight bits, from the class path. A text's vector is the mean of those of its tokens, of which the first 126 count. It runs
 * in the thread that asks, and keeps no memory for later.
 */
public final class MiniLm implements EmbeddingModel {

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final int DIMENSIONS = 384;
    private static final int TOKENS = 128;

    /** The model, not yet loaded. */
    public MiniLm() {}

    @Override
    public String name() {
        return "all-minilm-l6-v2-q";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public Loaded load() {
        try (InputStream tokenizer = resource(TOKENIZER);
                InputStream model = resource(MODEL);
                SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            WordPieces pieces = WordPieces.read(tokenizer);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new Session(environment, environment.createSession(model.readAllBytes(), options), pieces);
        } catch (IOException | OrtException | LinkageError failure) {
            throw new EmbeddingFailedException("The embedding model cannot be loaded", failure);
        }
    }

    private static InputStream resource(String name) throws FileNotFoundException {
        InputStream found = MiniLm.class.getResourceAsStream(name);
        if (found == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return found;
    }

    private record Session(OrtEnvironment environment, OrtSession session, WordPieces pieces) implements Loaded {

        @Override
        public float[] embed(String text) {
            long[] tokens = pieces.of(text, TOKENS);
            long[] all = new long[tokens.length];
            Arrays.fill(all, 1);
            try (OnnxTensor ids = OnnxTensor.createTensor(environment, new long[][]{tokens});
                    OnnxTensor attention = OnnxTensor.createTensor(environment, new long[][]{all});
                    OnnxTensor types = OnnxTensor.createTensor(environment, new long[1][tokens.length]);
                    OrtSession.Result result = session.run(Map.of("input_ids", ids, "attention_mask", attention,
                            "token_type_ids", types))) {
                return mean(((float[][][]) result.get(0).getValue())[0]);
            } catch (OrtException failure) {
                throw new EmbeddingFailedException("The embedding model fails at a text", failure);
            }
        }

        private static float[] mean(float[][] tokens) {
            float[] sum = new float[DIMENSIONS];
            for (float[] token : tokens) {
                Vectors.add(sum, token, 1);
            }
            return Vectors.unit(sum);
        }

        @Override
        public void close() {
            try {
                session.close();
            } catch (OrtException failure) {
                throw new EmbeddingFailedException("The embedding model cannot be closed", failure);
            }
        }
    }
}
