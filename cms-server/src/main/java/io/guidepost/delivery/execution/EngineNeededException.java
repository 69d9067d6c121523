package io.guidepost.delivery.execution;

/** A value is not as the schema has it, or refused: the engine is to run the operation, which knows how errors are told. */
final class EngineNeededException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EngineNeededException(String reason) {
        super(reason, null, false, false);
    }
}
