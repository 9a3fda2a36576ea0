package org.waymark.ruleset.book;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A part of the book as a document of headings, paragraphs, lists and tables, of which both renderings are made. */
final class Page {

    private final Anchors anchors;
    private final Document document = new Document();
    private final Set<Node> asides = Collections.newSetFromMap(new IdentityHashMap<>());

    Page(Anchors anchors) {
        this.anchors = anchors;
    }

    Document document() {
        return document;
    }

    Line line() {
        return new Line(anchors);
    }

    /** The line of one text. */
    Line line(String text) {
        return line().text(text);
    }

    /** A heading to which links with this key lead. */
    void heading(int level, String key, String text) {
        Heading heading = new Heading();
        heading.setLevel(level);
        Line line = line(text.strip());
        line.into(heading);
        anchors.add(key, heading, ((Text) heading.getFirstChild()).getLiteral());
        document.appendChild(heading);
    }

    void paragraph(Line line) {
        Paragraph paragraph = new Paragraph();
        line.into(paragraph);
        document.appendChild(paragraph);
    }

    /** A paragraph that a reader may pass over. */
    void aside(Line line) {
        paragraph(line);
        asides.add(document.getLastChild());
    }

    boolean isAside(Node node) {
        return asides.contains(node);
    }

    void paragraph(String text) {
        paragraph(line(text));
    }

    void bullets(List<Line> items) {
        if (items.isEmpty()) {
            return;
        }
        BulletList list = new BulletList();
        list.setMarker("-");
        list.setTight(true);
        for (Line line : items) {
            Paragraph paragraph = new Paragraph();
            line.into(paragraph);
            ListItem item = new ListItem();
            item.setContentIndent(2);
            item.appendChild(paragraph);
            list.appendChild(item);
        }
        document.appendChild(list);
    }

    void table(List<String> headings, List<List<Line>> rows) {
        TableHead head = new TableHead();
        head.appendChild(row(headings.stream().map(this::line).toList(), true));
        TableBody body = new TableBody();
        rows.forEach(row -> body.appendChild(row(row, false)));
        TableBlock table = new TableBlock();
        table.appendChild(head);
        if (!rows.isEmpty()) {
            table.appendChild(body);
        }
        document.appendChild(table);
    }

    private static TableRow row(List<Line> cells, boolean header) {
        TableRow row = new TableRow();
        for (Line line : cells) {
            TableCell cell = new TableCell();
            cell.setHeader(header);
            line.into(cell);
            row.appendChild(cell);
        }
        return row;
    }

    /** Text of our own, in Markdown. Never anything that came with a rule set. */
    void prose(String markdown) {
        Node parsed = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(markdown);
        for (Node block = parsed.getFirstChild(); block != null; block = parsed.getFirstChild()) {
            if (block instanceof Heading heading && heading.getFirstChild() instanceof Text text) {
                anchors.add(Anchors.chapter(text.getLiteral()), heading, text.getLiteral());
            }
            document.appendChild(block);
        }
    }
}
