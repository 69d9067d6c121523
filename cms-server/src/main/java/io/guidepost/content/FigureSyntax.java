package io.guidepost.content;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/** Recognises figures. Code and escaped braces never get here. */
final class FigureSyntax implements InlineContentParserFactory, InlineContentParser {

    /** What every figure begins with: a text without it has none. */
    static final String OPENING = "{{";
    /** How much may stand between the braces, in UTF-16 units. */
    static final int LONGEST_TOKEN = 400;

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
        var scanner = state.scanner();
        if (!scanner.next(OPENING)) {
            return ParsedInline.none();
        }
        var inner = new StringBuilder();
        while (scanner.hasNext() && inner.length() < LONGEST_TOKEN) {
            if (scanner.next("}}")) {
                return ParsedInline.of(new FigureNode(inner.toString()), scanner.position());
            }
            if (scanner.peek() == '{') {
                return ParsedInline.none();
            }
            inner.append(scanner.peek());
            scanner.next();
        }
        return ParsedInline.none();
    }
}
