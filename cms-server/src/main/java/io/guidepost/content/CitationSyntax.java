package io.guidepost.content;

import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/** Recognises citations, {@code [@slug-of-source]}. A bracket that is followed by an address stays a link. */
final class CitationSyntax implements LinkProcessor {

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        if (link.destination() != null) {
            return LinkResult.none();
        }
        var text = link.text(scanner);
        if (!text.startsWith("@") || !Words.isSlug(text.substring(1))) {
            return LinkResult.none();
        }
        return LinkResult.replaceWith(new CitationNode(text.substring(1)), link.afterTextBracket());
    }
}
