package io.guidepost.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A text written in Markdown, parsed. Whatever the text, parsing and walking it take bounded time and stack: longer texts are not parsed at all,
 * blocks nested too deep are read as paragraphs, and a text whose inline elements are nested too deep, or whose links repeat one
 * another's addresses beyond measure, is reported as too complex.
 */
final class Markdown {

    /** The longest text that is accepted, in UTF-16 units. */
    static final int MAX_LENGTH = 100_000;

    private static final int MAX_DEPTH = 60;
    private static final int MAX_OPEN_BLOCKS = 30;
    private static final int MAX_ADDRESSES = 2 * MAX_LENGTH;

    /** HTML blocks are missing: HTML is text here. */
    private static final Set<Class<? extends Block>> BLOCKS = Set.of(Heading.class, FencedCodeBlock.class,
            ThematicBreak.class, ListBlock.class,
            BlockQuote.class, IndentedCodeBlock.class);
    private static final Parser PARSER = Parser.builder().enabledBlockTypes(BLOCKS).maxOpenBlockParsers(MAX_OPEN_BLOCKS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .customInlineContentParserFactory(new FigureSyntax())
            .customInlineContentParserFactory(new PlainAngleSyntax()).linkProcessor(new CitationSyntax()).build();

    /** What looks like the start of a figure or a citation but became none, because it was left as text. */
    private static final Pattern LEFTOVER = Pattern.compile("(?<!\\\\)(?:\\{\\{|\\[@)");

    private final String source;
    private final Node document;
    private final List<Step> steps;
    private final boolean tooComplex;

    private record Step(Node node, int depth) {}

    private Markdown(String source) {
        this.source = source;
        this.document = PARSER.parse(isTooLong() ? "" : source);
        this.steps = steps(document);
        this.tooComplex = isTooLong() || isTooComplex();
    }

    static Markdown parse(String source) {
        return new Markdown(source);
    }

    private boolean isTooLong() {
        return source.length() > MAX_LENGTH;
    }

    Node document() {
        return document;
    }

    /** Whether the document must not be walked recursively. */
    boolean tooComplex() {
        return tooComplex;
    }

    /** Every node in the order of the text. */
    Stream<Node> nodes() {
        return steps.stream().map(Step::node);
    }

    /** Its figures, each of which stands at the given pointer. */
    List<FigureUse> figures(String pointer) {
        var uses = new ArrayList<FigureUse>();
        nodes().forEach(node -> {
            if (node instanceof FigureNode figure && figure.reading() instanceof FigureNode.Understood understood) {
                uses.add(new FigureUse(pointer, understood.token(), figure.inner(), places(figure)));
            }
        });
        return uses;
    }

    /** The slugs of the cited sources, each once, in the order in which they are first cited. */
    List<String> citations() {
        var keys = new LinkedHashSet<String>();
        nodes().forEach(node -> {
            if (node instanceof CitationNode citation) {
                keys.add(citation.key());
            }
        });
        return List.copyOf(keys);
    }

    /** The words alone, with something in place of figures; citations and what is malformed are left out. */
    String words(Function<FigureToken, String> figures) {
        return tooComplex
                ? source.strip()
                : new TextForm(figure -> figure.reading() instanceof FigureNode.Understood understood
                        ? figures.apply(understood.token())
                        : "").of(document);
    }

    /** The text taken apart; nothing if it must not be walked. */
    List<Prose.Block> blocks() {
        return tooComplex ? List.of() : new ProseReader(source).read(document);
    }

    /** What is wrong with the text itself, each problem at the given pointer. */
    List<Problem> problems(String pointer) {
        if (isTooLong()) {
            return List.of(new Problem(pointer, "too-long", "The text has more than 100,000 characters."));
        }
        if (tooComplex) {
            return List.of(new Problem(pointer, "too-complex",
                    "The text has quotations, lists, emphasis or links nested too deeply to be shown."));
        }
        var problems = new ArrayList<Problem>();
        nodes().forEach(node -> {
            switch (node) {
                case FigureNode figure when figure.reading() instanceof FigureNode.Malformed malformed -> problems
                        .add(new Problem(pointer, "malformed-figure",
                                place(figure, malformed.position()) + malformed.message()));
                case Text text -> text.getSourceSpans().forEach(span -> leftovers(pointer, span, problems));
                default -> {}
            }
        });
        return problems;
    }

    private void leftovers(String pointer, SourceSpan span, List<Problem> problems) {
        var written = source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
        var matcher = LEFTOVER.matcher(written);
        while (matcher.find()) {
            var place = place(span.subSpan(matcher.start()));
            problems.add(matcher.group().equals("{{")
                    ? new Problem(pointer, "malformed-figure",
                            place + "A figure is opened with {{ but not closed with }}, within "
                                    + FigureSyntax.LONGEST_TOKEN
                                    + " characters and without another {. Write \\{{ if you mean the braces themselves.")
                    : new Problem(pointer, "malformed-citation", place
                            + "A citation is the slug of a source in brackets, as in [@bls-data-scientists]. Write \\[@ if you mean the bracket itself."));
        }
    }

    private static String place(FigureNode figure, int position) {
        return TextPlace.within(places(figure), figure.written(), FigureSyntax.OPENING.length() + position) + ": ";
    }

    private static String place(SourceSpan span) {
        return begin(span) + ": ";
    }

    private static List<TextPlace> places(FigureNode figure) {
        return figure.getSourceSpans().stream().map(Markdown::begin).toList();
    }

    private static TextPlace begin(SourceSpan span) {
        return new TextPlace(span.getLineIndex() + 1, span.getColumnIndex() + 1);
    }

    private boolean isTooComplex() {
        long addresses = 0;
        for (var step : steps) {
            addresses += switch (step.node()) {
                case Link link -> length(link.getDestination()) + length(link.getTitle());
                case Image image -> length(image.getDestination()) + length(image.getTitle());
                default -> 0;
            };
            if (step.depth() > MAX_DEPTH || addresses > MAX_ADDRESSES) {
                return true;
            }
        }
        return false;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** Every node in the order of the text. */
    private static List<Step> steps(Node document) {
        var steps = new ArrayList<Step>();
        var ahead = new ArrayDeque<Step>();
        ahead.push(new Step(document, 0));
        while (!ahead.isEmpty()) {
            var step = ahead.pop();
            steps.add(step);
            for (var child = step.node().getLastChild(); child != null; child = child.getPrevious()) {
                ahead.push(new Step(child, step.depth() + 1));
            }
        }
        return steps;
    }
}
