package org.waymark.pages.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * What the rules rest on and must not be used for: {@code docs/model-limits.md}, which the build packs, as a part of a
 * page. It is ours and holds nothing that anybody entered, and every text in it is escaped all the same.
 *
 * @param contents its chapters
 * @param html all behind its title
 */
record ModelLimits(String title, List<Chapter> contents, String html) {

    private static final String PAGE = "model-limits.md";
    private static final int CHAPTER = 2;

    /** A heading that the contents name. */
    record Chapter(String id, String title) {}

    ModelLimits {
        contents = List.copyOf(contents);
    }

    static ModelLimits read() {
        try (InputStream in = ModelLimits.class.getResourceAsStream(PAGE)) {
            return of(new String(Objects.requireNonNull(in, PAGE).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelLimits of(String markdown) {
        Node page = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(markdown);
        String title = "";
        if (page.getFirstChild() instanceof Heading first) {
            title = text(first);
            first.unlink();
        }
        page.accept(new WithinThePage());
        List<Chapter> contents = new ArrayList<>();
        for (Node node = page.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == CHAPTER) {
                contents.add(new Chapter(id(heading), text(heading)));
            }
        }
        return new ModelLimits(title, contents, tables(renderer().render(page)));
    }

    private static HtmlRenderer renderer() {
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> dress(node, attributes))
                .build();
    }

    private static void dress(Node node, Map<String, String> attributes) {
        String style = style(node);
        if (!style.isEmpty()) {
            attributes.put("class", style);
        }
        if (node instanceof Heading heading) {
            attributes.put("id", id(heading));
        } else if (node instanceof TableCell cell && cell.isHeader()) {
            attributes.put("scope", "col");
        }
    }

    private static String style(Node node) {
        if (node instanceof Heading heading) {
            return heading.getLevel() == CHAPTER ? "govuk-heading-m" : "govuk-heading-s";
        } else if (node instanceof TableCell cell) {
            return cell.isHeader() ? "govuk-table__header" : "govuk-table__cell";
        }
        return STYLES.getOrDefault(node.getClass(), "");
    }

    private static final Map<Class<? extends Node>, String> STYLES = Map.of(
            Paragraph.class, "govuk-body",
            BulletList.class, "govuk-list govuk-list--bullet",
            OrderedList.class, "govuk-list govuk-list--number",
            Link.class, "govuk-link",
            TableBlock.class, "govuk-table",
            TableHead.class, "govuk-table__head",
            TableBody.class, "govuk-table__body",
            TableRow.class, "govuk-table__row");

    /**
     * A table that is wider than a narrow screen scrolls by itself, and not the page. No text can look like the tag: its
     * bracket would have been escaped.
     */
    private static String tables(String html) {
        return html.replace("<table ", "<div class=\"waymark-scroll\" role=\"group\" tabindex=\"0\"><table ")
                .replace("</table>", "</table></div>");
    }

    private static String id(Heading heading) {
        return text(heading).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text one) {
                text.append(one.getLiteral());
            }

            @Override
            public void visit(Code one) {
                text.append(one.getLiteral());
            }
        });
        return text.toString();
    }

    /** A link to another file of the repository leads nowhere from here: its words stay. */
    private static final class WithinThePage extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!link.getDestination().startsWith("https://")) {
                Node child = link.getFirstChild();
                while (child != null) {
                    Node next = child.getNext();
                    link.insertBefore(child);
                    child = next;
                }
                link.unlink();
            }
        }
    }
}
