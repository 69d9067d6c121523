package io.guidepost.delivery.execution;

import graphql.schema.Coercing;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import io.guidepost.delivery.field.FieldValue;
import io.guidepost.delivery.reading.Reading;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes the data of one answer, field by field, as its plan says. For one thread. */
final class DataWriter {

    private static final int USUAL_SIZE = 64 * 1024;

    private final JsonMapper mapper;
    private final Variables variables;
    private final Reading reading;
    private final Allowance allowance;
    private boolean complete;

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
     * @throws RefusedOperationException if it has too many values
     * @throws EngineNeededException if a value is missing that must be there, or not of its type
     */
    JsonData write(List<PlannedField> fields) {
        while (true) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
            try (JsonGenerator json = mapper.createGenerator(bytes)) {
                json.writeStartObject();
                json.writeName("data");
                boolean _ = write(FieldValue.ROOT, fields, json);
                json.writeEndObject();
            }
            if (complete || !reading.load()) {
                return new JsonData(bytes.toByteArray());
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
        complete = true;
        allowance.restart();
        object(source, fields, json);
        return complete;
    }

    private void object(Object source, List<PlannedField> fields, JsonGenerator json) {
        json.writeStartObject();
        for (PlannedField field : fields) {
            FieldValue value = field.value();
            if (value == null) {
                throw new EngineNeededException(field.name());
            }
            allowance.take(field.weight());
            json.writeName(field.key());
            write(value.of(source, field.inputs().of(variables), reading), field.type(), field, json);
        }
        json.writeEndObject();
    }

    private void write(@Nullable Object value, GraphQLType type, PlannedField field, JsonGenerator json) {
        if (FieldValue.isPending(value)) {
            complete = false;
            json.writeNull();
        } else if (type instanceof GraphQLNonNull required) {
            if (value == null) {
                throw new EngineNeededException(field.name());
            }
            write(value, required.getWrappedType(), field, json);
        } else if (value == null) {
            json.writeNull();
        } else if (type instanceof GraphQLList list) {
            if (!(value instanceof List<?> items)) {
                throw new EngineNeededException(field.name());
            }
            json.writeStartArray();
            for (Object item : items) {
                write(item, list.getWrappedType(), field, json);
            }
            json.writeEndArray();
        } else if (type instanceof GraphQLScalarType scalar) {
            leaf(serialized(scalar.getCoercing(), value), field, json);
        } else if (type instanceof GraphQLEnumType names) {
            leaf(names.serialize(value, variables.context(), variables.locale()), field, json);
        } else {
            object(value, field.fields(), json);
        }
    }

    private @Nullable Object serialized(Coercing<?, ?> coercing, Object value) {
        return coercing.serialize(value, variables.context(), variables.locale());
    }

    private static void leaf(@Nullable Object value, PlannedField field, JsonGenerator json) {
        switch (value) {
            case String text -> json.writeString(text);
            case Integer number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case null, default -> throw new EngineNeededException(field.name());
        }
    }
}
