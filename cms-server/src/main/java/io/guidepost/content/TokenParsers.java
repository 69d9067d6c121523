package io.guidepost.content;

import java.util.Set;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Makes CommonMark know figures, <code>{{…}}</code>, and citations, {@code [@source]}. Neither spans lines or stands in code. */
final class TokenParsers {

    private TokenParsers() {}

    /** Figures. */
    static final class Figures implements InlineContentParserFactory, InlineContentParser {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('{');
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            if (!scanner.next("{{")) {
                return ParsedInline.none();
            }
            Position start = scanner.position();
            while (scanner.hasNext() && scanner.peek() != '\n' && scanner.peek() != '}' && scanner.peek() != '{') {
                scanner.next();
            }
            SourceLines inner = scanner.getSource(start, scanner.position());
            boolean closed = scanner.next("}}");
            return ParsedInline.of(new FigureNode(inner.getContent(), closed), scanner.position());
        }
    }

    /** Citations. */
    static final class Citations implements InlineContentParserFactory, InlineContentParser {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('[');
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            if (!scanner.next("[@")) {
                return ParsedInline.none();
            }
            Position start = scanner.position();
            while (scanner.hasNext() && scanner.peek() != '\n' && scanner.peek() != ']') {
                scanner.next();
            }
            SourceLines key = scanner.getSource(start, scanner.position());
            return scanner.next(']')
                    ? ParsedInline.of(new CitationNode(key.getContent()), scanner.position())
                    : ParsedInline.none();
        }
    }
}
