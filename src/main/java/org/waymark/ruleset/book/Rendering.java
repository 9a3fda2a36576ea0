package org.waymark.ruleset.book;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** Makes Markdown and HTML of the one document. Both renderers escape every text. */
final class Rendering {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the first chapter</a>
            <header>
            %s</header>
            <nav aria-label="Contents">
            %s</nav>
            <main id="main">
            %s</main>
            </body>
            </html>
            """;

    private final MarkdownRenderer markdown = MarkdownRenderer.builder()
            .nodeRendererFactory(new MarkdownNodeRendererFactory() {
                @Override
                public NodeRenderer create(MarkdownNodeRendererContext context) {
                    return new LeadingPlus(context);
                }

                @Override
                public Set<Character> getSpecialCharacters() {
                    return Set.of();
                }
            })
            .extensions(List.of(TablesExtension.create()))
            .build();
    private final HtmlRenderer html;

    /**
     * A rendering of what was written with these anchors.
     *
     * @param isAside which blocks a reader may pass over
     */
    Rendering(Anchors anchors, Predicate<Node> isAside) {
        html = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading heading) {
                        attributes.put("id", anchors.id(heading));
                    } else if (node instanceof TableCell cell && cell.isHeader()) {
                        attributes.put("scope", "col");
                    } else if (node instanceof Link link && isNumber(link)) {
                        attributes.put("class", "number");
                    } else if (isAside.test(node)) {
                        attributes.put("class", "aside");
                    }
                })
                .build();
    }

    /** The number of a rule is not broken at its hyphen. */
    private static boolean isNumber(Link link) {
        return link.getFirstChild() instanceof Text text && text.getLiteral().matches("[A-Z]+-[0-9]+[a-z]?");
    }

    String markdown(Document document) {
        return markdown.render(document);
    }

    String html(String title, Document header, Document contents, Document main) {
        return PAGE.formatted(
                escaped(title), Resource.read("book.css"), html.render(header), html.render(contents), tables(main));
    }

    /**
     * A table that is wider than a narrow screen scrolls by itself, and not the page. No text can look like the tag:
     * its bracket would have been escaped.
     */
    private String tables(Document document) {
        return html.render(document)
                .replace("<table>", "<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
