package io.guidepost.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses NUL characters in the texts of request bodies, names, messages and reasons for instance: nobody means them, and
 * whatever reads the texts later on may end there. It is for the bodies that this server's own types describe; the content
 * of documents has rules of its own.
 */
@Component
class PrintableTexts extends SimpleModule {

    private static final long serialVersionUID = 1;

    PrintableTexts() {
        super("printable-texts");
        addDeserializer(String.class, new Text());
    }

    private static final class Text extends StdScalarDeserializer<String> {

        private static final String OWN = "io.guidepost.";

        Text() {
            super(String.class);
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            boolean isOwn = property != null && property.getMember() != null
                    && property.getMember().getDeclaringClass().getName().startsWith(OWN);
            return isOwn ? this : StringDeserializer.instance;
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text.indexOf('\0') >= 0) {
                throw new UnprintableTextException(parser);
            }
            return text;
        }
    }
}
