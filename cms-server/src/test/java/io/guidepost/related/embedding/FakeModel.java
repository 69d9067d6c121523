package io.guidepost.related.embedding;

/** A model of four dimensions, of which each text has one by its length. It counts what it does, and fails when it is told to. */
public final class FakeModel implements EmbeddingModel {

    private final String name;
    public volatile int loads;
    public volatile int closed;
    public volatile int embedded;
    public volatile boolean fails;
    public volatile Runnable onEmbed = () -> {};

    /** A model of a name. */
    public FakeModel(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimensions() {
        return 4;
    }

    @Override
    public Loaded load() {
        if (fails) {
            throw new EmbeddingFailedException("fails", new IllegalStateException());
        }
        loads++;
        return new Loaded() {
            @Override
            public float[] embed(String text) {
                embedded++;
                onEmbed.run();
                float[] vector = new float[4];
                vector[text.length() % 4] = 1;
                return vector;
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }
}
