package io.guidepost.content;

import java.util.Set;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
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

    /** Citations: what CommonMark takes for a link to a label, where that begins with an at sign. */
    static final class Citations implements LinkProcessor {

        @Override
        public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
            return link.destination() == null && link.label() == null && link.text(scanner).startsWith("@")
                    ? LinkResult.replaceWith(new CitationNode(link.text(scanner).substring(1)), scanner.position())
                    : LinkResult.none();
        }
    }
}
