package io.guidepost.delivery.execution;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import io.guidepost.delivery.field.FieldValue;
import io.guidepost.delivery.reading.Reading;
import io.guidepost.quiz.statistics.UnknownSnapshotException;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the data of one answer, field by field, as its plan says. What it cannot write it passes over and goes on, so that all the
 * content is asked for that the answer takes, whoever writes it in the end. For one thread.
 */
final class DataWriter {

    /**
     * After so many values other requests have a turn: virtual threads give up a processor only where they wait, and a small answer would wait
     * for large ones otherwise.
     */
    private static final int TURN = 1_000;

    private final JsonMapper mapper;
    private final Variables variables;
    private final Reading reading;
    private final Allowance allowance;
    private int written;
    private boolean complete;
    private @Nullable RuntimeException failure;

    DataWriter(JsonMapper mapper, Variables variables, Reading reading, Allowance allowance) {
        this.mapper = mapper;
        this.variables = variables;
        this.reading = reading;
        this.allowance = allowance;
    }

    /**
     * Writes the answer. Each pass asks for all the content that it lacks, which is then read in one batch, until a pass lacks none:
     * as many batches as references follow one another, whatever the number of documents.
     *
     * @return nothing: a value is refused, missing where it must be there, or not of its type; the reading has all content by then
     * @throws RefusedOperationException if it has too many values or bytes
     * @throws UnknownSnapshotException if the edition's statistics were dropped meanwhile
     */
    Optional<JsonData> write(List<PlannedField> fields) {
        while (true) {
            ByteArrayOutputStream bytes = allowance.bytes();
            try (JsonGenerator json = mapper.createGenerator(bytes)) {
                json.writeStartObject();
                json.writeName("data");
                pass(FieldValue.ROOT, fields, json);
                json.writeEndObject();
            }
            if (complete || !reading.load()) {
                return failure == null ? Optional.of(new JsonData(bytes.toByteArray())) : Optional.empty();
            }
        }
    }

    /**
     * Writes one object.
     *
     * @return false: content is lacking for it, which the reading has noted
     * @throws EngineNeededException if a value is missing that must be there, or not of its type
     */
    boolean write(Object source, List<PlannedField> fields, JsonGenerator json) {
        pass(source, fields, json);
        if (failure != null) {
            throw failure;
        }
        return complete;
    }

    private void pass(Object source, List<PlannedField> fields, JsonGenerator json) {
        complete = true;
        failure = null;
        allowance.restart();
        object(source, fields, json);
    }

    private void object(Object source, List<PlannedField> fields, JsonGenerator json) {
        json.writeStartObject();
        for (PlannedField field : fields) {
            allowance.take(field.weight());
            letOthersIn();
            json.writeName(field.key());
            write(value(source, field), field.type(), field, json);
        }
        json.writeEndObject();
    }

    @SuppressWarnings("ThreadPriorityCheck")
    private void letOthersIn() {
        if (++written % TURN == 0) {
            Thread.yield();
        }
    }

    private @Nullable Object value(Object source, PlannedField field) {
        FieldValue value = field.value();
        if (value == null) {
            note(new EngineNeededException(field.name()));
            return null;
        }
        try {
            return value.of(source, field.inputs().of(variables), reading);
        } catch (UnknownSnapshotException dropped) {
            throw dropped;
        } catch (RuntimeException refusal) {
            note(refusal);
            return null;
        }
    }

    private void write(@Nullable Object value, GraphQLType type, PlannedField field, JsonGenerator json) {
        if (FieldValue.isPending(value)) {
            complete = false;
            json.writeNull();
        } else if (type instanceof GraphQLNonNull required) {
            if (value == null) {
                unlikeTheSchema(field, json);
            } else {
                write(value, required.getWrappedType(), field, json);
            }
        } else if (value == null) {
            json.writeNull();
        } else if (type instanceof GraphQLList list) {
            if (value instanceof List<?> items) {
                list(items, list.getWrappedType(), field, json);
            } else {
                unlikeTheSchema(field, json);
            }
        } else if (type instanceof GraphQLScalarType || type instanceof GraphQLEnumType) {
            leaf(serialized(value, type), field, json);
        } else {
            object(value, field.fields(), json);
        }
    }

    private void list(List<?> items, GraphQLType type, PlannedField field, JsonGenerator json) {
        json.writeStartArray();
        for (Object item : items) {
            write(item, type, field, json);
        }
        json.writeEndArray();
    }

    private @Nullable Object serialized(Object value, GraphQLType type) {
        try {
            return type instanceof GraphQLScalarType scalar
                    ? scalar.getCoercing().serialize(value, variables.context(), variables.locale())
                    : ((GraphQLEnumType) type).serialize(value, variables.context(), variables.locale());
        } catch (RuntimeException refusal) {
            note(refusal);
            return null;
        }
    }

    private void leaf(@Nullable Object value, PlannedField field, JsonGenerator json) {
        switch (value) {
            case String text -> json.writeString(text);
            case Integer number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case null, default -> unlikeTheSchema(field, json);
        }
    }

    private void unlikeTheSchema(PlannedField field, JsonGenerator json) {
        note(new EngineNeededException(field.name()));
        json.writeNull();
    }

    private void note(RuntimeException refusal) {
        if (failure == null) {
            failure = refusal;
        }
    }
}
