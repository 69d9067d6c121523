package io.guidepost.delivery.chart;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SVG 1.1, every text and every value of an attribute escaped. */
final class SvgWriter {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;

    SvgWriter() {
        try {
            // Into characters, so that it never asks an encoding about half of a character.
            xml = WRITERS.createXMLStreamWriter(written);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Text as XML can hold it in one line: white space is one space, and what it has no place for is a replacement character. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(SvgWriter::printable).forEach(printable::appendCodePoint);
        return printable.toString().replaceAll(" {2,}", " ").strip();
    }

    private static int printable(int character) {
        if (Character.isWhitespace(character)) {
            return ' ';
        }
        boolean none = Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE
                || (character & 0xfffe) == 0xfffe;
        return none ? 0xfffd : character;
    }

    /** A number with two decimals at most. */
    static String number(double number) {
        return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** Begins the drawing. */
    void start(Map<String, String> attributes) {
        write(() -> {
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace(NAMESPACE);
            attributes(attributes);
        });
    }

    /** Writes an element that holds nothing but text. */
    void element(String name, Map<String, String> attributes, String text) {
        write(() -> {
            xml.writeStartElement(name);
            attributes(attributes);
            xml.writeCharacters(printable(text));
            xml.writeEndElement();
        });
    }

    /** Writes an element that holds nothing. */
    void element(String name, Map<String, String> attributes) {
        write(() -> {
            xml.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    /** Ends the drawing; it is UTF-8. */
    byte[] end() {
        write(() -> {
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        });
        return written.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            xml.writeAttribute(attribute.getKey(), printable(attribute.getValue()));
        }
    }

    private interface Step {

        void take() throws XMLStreamException;
    }

    private static void write(Step step) {
        try {
            step.take();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
