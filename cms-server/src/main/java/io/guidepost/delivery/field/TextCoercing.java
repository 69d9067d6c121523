package io.guidepost.delivery.field;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import io.guidepost.delivery.edition.Excerpt;
import java.util.Locale;

/** A scalar that is written as text of one form. What is stored has been checked when it was written. */
record TextCoercing(String name, String form, Parsing parsing) implements Coercing<Object, String> {

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        return result.toString();
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            if (input instanceof String text) {
                return parsing.parse(text);
            }
        } catch (IllegalArgumentException malformed) {
            throw new CoercingParseValueException(refusal(input), malformed);
        }
        throw new CoercingParseValueException(refusal(input));
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        String text = input instanceof StringValue literal ? literal.getValue() : null;
        if (text == null) {
            throw new CoercingParseLiteralException("A " + name + " is " + form + ", written as a string.");
        }
        try {
            return parsing.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new CoercingParseLiteralException(refusal(text), malformed);
        }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(input.toString());
    }

    private String refusal(Object input) {
        return "A " + name + " is " + form + "; this is none: " + Excerpt.of(input);
    }

    /** Reads a text of the form, and throws {@link IllegalArgumentException} at any other. */
    interface Parsing {

        Object parse(String text);
    }
}
