package io.guidepost.content;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/**
 * Makes {@code <} a character like any other unless it opens an address in angle brackets, so that HTML in Markdown is shown as it was
 * typed, figures inside it included. It also spares the parser its search for the end of an HTML comment, which is slow on hostile text.
 */
final class PlainAngleSyntax implements InlineContentParserFactory, InlineContentParser {

    private static final int LONGEST_ADDRESS = 2_000;

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        scanner.next();
        var afterAngle = scanner.position();
        boolean address = false;
        for (int length = 0; length < LONGEST_ADDRESS && scanner.hasNext(); length++) {
            char c = scanner.peek();
            if (c == '>') {
                return address ? ParsedInline.none() : ParsedInline.of(new Text("<"), afterAngle);
            }
            if (c == '<' || Character.isWhitespace(c)) {
                break;
            }
            address |= c == ':' || c == '@';
            scanner.next();
        }
        return ParsedInline.of(new Text("<"), afterAngle);
    }
}
