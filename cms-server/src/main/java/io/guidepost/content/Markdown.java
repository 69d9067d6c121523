package io.guidepost.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A parsed Markdown text. Read without recursion, so that no nesting can exhaust the stack. */
final class Markdown {

    /** How deep blocks and emphasis may nest; what goes deeper is refused when it is written. */
    static final int MAX_DEPTH = 60;

    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(MAX_DEPTH).maxInlineNesting(MAX_DEPTH)
            .customInlineContentParserFactory(new TokenParsers.Figures())
            .linkProcessor(new TokenParsers.Citations()).build();

    private final Node document;

    Markdown(String markdown) {
        this.document = PARSER.parse(markdown);
    }

    /** A mistake in a text. */
    record Mistake(String code, String message) {}

    Node document() {
        return document;
    }

    /** Whether it nests deeper than allowed. */
    boolean isTooDeep() {
        int[] deepest = new int[1];
        int[] depth = new int[1];
        walk(_ -> deepest[0] = Math.max(deepest[0], ++depth[0]), _ -> depth[0]--);
        return deepest[0] > MAX_DEPTH + 2;
    }

    List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        if (isTooDeep()) {
            mistakes.add(new Mistake("too-deep", "quotes, lists and emphasis nest too deep."));
        }
        walk(node -> {
            if (node instanceof FigureNode figure) {
                mistake(figure).ifPresent(mistakes::add);
            } else if (node instanceof CitationNode citation
                    && !Validation.SLUG.matcher(citation.key()).matches()) {
                mistakes.add(new Mistake("malformed-citation", "“[@" + citation.key()
                        + "]” does not name a source by its slug, as in [@bls-data-scientists]."));
            }
        }, _ -> {});
        return mistakes;
    }

    private static Optional<Mistake> mistake(FigureNode figure) {
        if (!figure.closed()) {
            return Optional.of(
                    new Mistake("malformed-figure", "“{{" + figure.inner() + "” is not closed by two braces."));
        }
        try {
            FigureToken.parse(figure.inner());
            return Optional.empty();
        } catch (MalformedTokenException malformed) {
            return Optional.of(new Mistake("malformed-figure", "“{{" + figure.inner() + "}}”, at character "
                    + (malformed.position() + 1) + ": " + malformed.getMessage()));
        }
    }

    /** The well-formed figures, in the order of the text. */
    List<FigureToken> figures() {
        List<FigureToken> figures = new ArrayList<>();
        walk(node -> {
            if (node instanceof FigureNode figure && mistake(figure).isEmpty()) {
                figures.add(FigureToken.parse(figure.inner()));
            }
        }, _ -> {});
        return figures;
    }

    /** The slugs of the sources cited, in the order of the text, each as often as it is cited. */
    List<String> citations() {
        List<String> keys = new ArrayList<>();
        walk(node -> {
            if (node instanceof CitationNode citation) {
                keys.add(citation.key());
            }
        }, _ -> {});
        return keys;
    }

    /** The words alone, without figures and citations. */
    String words() {
        return plain(_ -> "");
    }

    /** The words alone, without citations. */
    String plain(Function<FigureNode, String> figures) {
        StringBuilder text = new StringBuilder();
        walk(node -> {
            switch (node) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case HtmlInline html -> text.append(html.getLiteral());
                case HtmlBlock html -> text.append(html.getLiteral());
                case FencedCodeBlock code -> text.append(code.getLiteral());
                case IndentedCodeBlock code -> text.append(code.getLiteral());
                case SoftLineBreak _ -> text.append(' ');
                case HardLineBreak _ -> text.append('\n');
                case FigureNode figure -> text.append(figures.apply(figure));
                default -> {
                    // only what it holds has words
                }
            }
        }, node -> {
            if (node instanceof Block && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        });
        return text.toString().strip();
    }

    private void walk(Consumer<Node> enter, Consumer<Node> exit) {
        Node node = document;
        enter.accept(node);
        while (true) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                enter.accept(node);
                continue;
            }
            exit.accept(node);
            while (!node.equals(document) && node.getNext() == null) {
                node = node.getParent();
                exit.accept(node);
            }
            if (node.equals(document)) {
                return;
            }
            node = node.getNext();
            enter.accept(node);
        }
    }
}
